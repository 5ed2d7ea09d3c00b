import Hummingbird
import ServiceLifecycle
import Web

extension WebApplication {
    /// Listens on a port that the system chooses while `body` runs, then stops as it does when
    /// it is asked to.
    func serve(_ body: (_ port: Int) async throws -> Void) async throws {
        let (ports, started) = AsyncStream.makeStream(of: Int.self)
        let service = application { started.yield($0) }
        let services = ServiceGroup(services: [service], logger: service.logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { started.finish() }
                try await services.run()
            }
            var failure: (any Error)?
            for await port in ports {
                do { try await body(port) } catch { failure = error }
                await services.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
            if let failure { throw failure }
        }
    }
}
