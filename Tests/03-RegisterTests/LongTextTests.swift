import TestSupport
import Testing

/// What the lesson gives: what is refused anyway costs little.
@Suite struct LongTextTests {
    @Test("A name or password of thousands of accents is refused as quickly as any other")
    func refusesLongTextsQuickly() async throws {
        try await judgeRegister { api in
            let letters = String(repeating: "a", count: 15_000)
            // Accents that belong in another order: whoever normalises them has to sort them.
            let accents = "a" + String(repeating: "\u{345}\u{315}\u{300}\u{316}\u{334}", count: 1_500)
            for isName in [true, false] {
                var best: [Duration] = []
                for text in [letters, accents] {
                    var times: [Duration] = []
                    for _ in 1...5 {
                        let name = isName ? text : Account.unique("ana")
                        let password = isName ? Account.passphrase : text
                        let request = Request.register(name, password)
                        let start = ContinuousClock.now
                        let answer = try await api.send(request)
                        times.append(ContinuousClock.now - start)
                        try answer.expect(
                            "a \(isName ? "name" : "password") of fifteen thousand bytes is refused", status: 422,
                            error: isName ? "invalid_username" : "weak_password", because: "It is too long.")
                    }
                    best.append(times.min() ?? .zero)
                }
                try await api.get("/register").require(
                    best[1] < best[0] * 5, "no matter what it is made of",
                    expected: "less than five times the \(best[0]) for letters, not \(best[1])",
                    because: "To normalise so many accents takes a tenth of a second, on the threads that answer "
                        + "requests and without waiting for a turn: a few such requests would keep a core busy.")
            }
        }
    }
}
