import Testing

/// When a tag sends another request, as Insomnia documents its four triggers.
@Suite struct ResponseTagTests {
    @Test("A tag is read from its text, and one of any other form is named")
    func reads() throws {
        let text = "Bearer {% response 'body', 'req_login', 'b64::JC5hY2Nlc3NfdG9rZW4=::46b', 'when-expired', 300 %}"
        let tag = try #require(try ResponseTag.first(in: text)).tag
        #expect(tag == .init(request: "req_login", member: "access_token", trigger: .whenExpired, maximumAge: 300))
        #expect(try ResponseTag.first(in: "no tag") == nil)
        for broken in ["{% uuid 'v4' %}", "{% response 'body', 'req_login', '$.access_token', 'never', 60 %}"] {
            #expect(throws: TagFailure.unreadable(broken)) { try ResponseTag.first(in: broken) }
        }
    }

    @Test("never never sends, no-history only the first time, when-expired after the age, always every time")
    func triggers() {
        let cases: [(ResponseTag.Trigger, none: Bool, young: Bool, old: Bool)] = [
            (.never, false, false, false), (.noHistory, true, false, false), (.whenExpired, true, false, true),
            (.always, true, true, true),
        ]
        for (trigger, none, young, old) in cases {
            let tag = ResponseTag(request: "req_login", member: "id", trigger: trigger, maximumAge: 300)
            #expect(tag.resends(afterAge: nil) == none, "\(trigger)")
            #expect(tag.resends(afterAge: 300) == young, "\(trigger)")
            #expect(tag.resends(afterAge: 300.5) == old, "\(trigger)")
        }
    }
}
