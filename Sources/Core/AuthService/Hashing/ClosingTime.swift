import ServiceLifecycle

/// Closes the queue for hashing when the service is told to stop, so that it does not take as long as the queue is.
package struct ClosingTime: Service {
    let hashing: PasswordHashing

    package init(hashing: PasswordHashing) {
        self.hashing = hashing
    }

    package func run() async throws {
        try? await gracefulShutdown()
        hashing.close()
    }
}
