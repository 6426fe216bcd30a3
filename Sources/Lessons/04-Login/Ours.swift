import AuthService

extension StrictLoginSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any LoginSteps { AuthService.StrictLoginSteps() }
}
