import AuthService

extension StrictLogoutSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any LogoutSteps { AuthService.StrictLogoutSteps() }
}
