#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Lets the threads that answer requests go before the calling one, which has half a second of work to do.
func giveWayToOtherThreads() {
    #if canImport(Darwin)
        _ = pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0)
    #elseif os(Linux)
        // On Linux the priority belongs to the thread, and 0 means the calling one. A refusal costs only speed.
        _ = setpriority(.init(PRIO_PROCESS.rawValue), 0, 10)
    #endif
}
