import AuthService

extension StrictOperationsSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any OperationsSteps { AuthService.StrictOperationsSteps() }
}
