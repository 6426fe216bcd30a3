import AuthService

extension StrictClaimsSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any ClaimsSteps { AuthService.StrictClaimsSteps() }
}
