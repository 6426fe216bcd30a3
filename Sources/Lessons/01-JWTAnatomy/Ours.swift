import Tokens

extension HS256TokenSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any TokenSteps { Tokens.HS256TokenSteps() }
}
