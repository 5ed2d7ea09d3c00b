/// Where the present comes from; read at a transaction's start and nowhere else.
package struct Clock: Sendable {
    private let read: @Sendable () -> Instant

    package init(read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    package func now() -> Instant { read() }

    package static func fixed(_ instant: Instant) -> Clock { Clock { instant } }
}
