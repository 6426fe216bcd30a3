import AuthService

extension StrictGuardSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any GuardSteps { AuthService.StrictGuardSteps() }
}
