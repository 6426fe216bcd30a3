import AuthService

extension StrictRefreshSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any RefreshSteps { AuthService.StrictRefreshSteps() }
}
