import Courses
import Desk
import Dispatch
import Synchronization
import Testing

/// Whoever serves a connection goes on serving while a list is read.
@Suite struct ImportThreadTests {
    @Test func `a list is read elsewhere than where it was asked for`() async throws {
        let desk = try await ImportDesk()
        let rows = String(repeating: "Amal\tklingonska\n", count: 25_000)
        let executor = CountingExecutor()
        let report = try await withTaskExecutorPreference(executor) {
            try await desk.take("Namn\tKursspråk\n" + rows, dryRun: true)
        }
        #expect(report.rejected.count == 25_000)
        // One each time that something elsewhere is waited for; the rows are two dozen pieces.
        #expect(executor.count < 15)
    }
}

/// Counts what is run on it.
private final class CountingExecutor: TaskExecutor {
    private let jobs = Atomic(0)
    private let queue = DispatchQueue(label: "counted")

    var count: Int { jobs.load(ordering: .relaxed) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.add(1, ordering: .relaxed)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
