import HummingbirdCore
import Logging
import NIOCore

/// Serves each connection on the event loop that reads it, so that a request changes threads only
/// to reach the database: waking a thread costs more than most requests do.
///
/// What takes long stays away from it: passwords have threads of their own, and what asks the
/// database runs on the database's, but for a lone save, which is over sooner than a thread wakes.
struct LoopBound<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        let executor = LoopExecutor(loop: value.channel.eventLoop)
        await withTaskExecutorPreference(executor) {
            await base.handle(value: value, logger: logger)
        }
    }
}

/// An event loop as a place for tasks.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
