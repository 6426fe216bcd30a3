/// Remembers when something failed, by whom it concerned, within a window of time and a bound on memory.
struct FailureLog<Key: Hashable & Sendable>: Sendable {
    /// How many failures within the window are the last.
    let limit: Int
    /// Seconds.
    let window: Int
    /// How many keys are remembered; beyond it, the ones that failed longest ago are forgotten.
    let capacity: Int

    private var times: [Key: [Int]] = [:]

    init(limit: Int, window: Int, capacity: Int) {
        (self.limit, self.window, self.capacity) = (limit, window, capacity)
    }

    /// The seconds until a key may be tried again; nil if it may be now.
    func wait(for key: Key, at now: Int) -> Int? {
        let recent = recent(key, at: now)
        guard recent.count >= limit else { return nil }
        return recent[recent.count - limit] + window - now
    }

    /// Notes a failure.
    mutating func note(_ key: Key, at now: Int) {
        times[key] = (recent(key, at: now) + [now]).suffix(limit)
        if times.count > capacity { forget(at: now) }
    }

    mutating func clear(_ key: Key) { times[key] = nil }

    private func recent(_ key: Key, at now: Int) -> [Int] {
        (times[key] ?? []).filter { $0 > now - window }
    }

    /// Drops what is out of the window, and if that is not enough the older half: seldom, so that it costs little.
    private mutating func forget(at now: Int) {
        times = times.filter { ($0.value.last ?? 0) > now - window }
        guard times.count > capacity else { return }
        let newest = times.sorted { ($0.value.last ?? 0) > ($1.value.last ?? 0) }.prefix(capacity / 2)
        times = Dictionary(uniqueKeysWithValues: newest.map { ($0.key, $0.value) })
    }
}
