import AuthService

extension StrictRegisterSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any RegisterSteps { AuthService.StrictRegisterSteps() }
}
