/// The keys of the service: the first signs, all verify. So one can be replaced while tokens that it has signed are
/// still about.
package struct SigningKeys: Sendable {
    /// A secret, and the name that stands for it in the header of a token, `kid`, where there is more than one.
    package typealias Key = (id: String?, secret: SigningSecret)

    /// What signs.
    package let first: Key
    /// What only verifies.
    package let others: [Key]

    /// One key, which needs no name.
    package init(_ secret: SigningSecret) {
        (first, others) = ((nil, secret), [])
    }

    /// Several keys, the one that signs first; nil if there are none.
    package init?(_ keys: [(id: String, secret: SigningSecret)]) {
        guard let newest = keys.first else { return nil }
        first = (newest.id, newest.secret)
        others = keys.dropFirst().map { ($0.id, $0.secret) }
    }

    package var all: [Key] { [first] + others }
}
