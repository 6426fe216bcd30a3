import Users

extension StrictAccountSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any AccountSteps { Users.StrictAccountSteps() }
}
