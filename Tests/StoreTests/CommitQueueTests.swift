import Courses
import Dispatch
import Foundation
import Store
import Synchronization
import Testing

@Suite struct CommitQueueTests {
    /// What became of one write: the id that it was answered with, or why it failed.
    private enum Answer: Equatable {
        case added(Person.ID)
        case failed(StoreError)
        case other
    }

    @Test func `a bad write in a shared commit takes no other down, and each gets its own answer`()
        async throws
    {
        let sealer = try Sealer(key: Array(repeating: 1, count: 32))
        let store = try Store(inMemory: sealer, entropy: .seeded(1))
        let runs = Runs()
        let answers = try await answers(of: 24, in: store, runs)
        // The first attempt was shared and taken back: its good writes ran once more.
        #expect(runs.of(0) == 2)
        #expect(runs.of(1) == 2)
        for number in 0..<24 {
            let id = try await store.read { try $0.person(externalID: "\(number)") }
            if Self.isBad(number) {
                #expect(answers[number] == .failed(.damaged(table: "\(number)")))
                #expect(id == nil)
            } else {
                #expect(answers[number] == id.map(Answer.added))
                #expect(id != nil)
            }
        }
        #expect(try await store.read { try $0.people().count } == 16)
    }

    @Test func `brief writes side by side are all kept, whoever runs them`() async throws {
        let sealer = try Sealer(key: Array(repeating: 1, count: 32))
        let store = try Store(inMemory: sealer, entropy: .seeded(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask { try await Self.add("\(number)", to: store) }
            }
            try await group.waitForAll()
        }
        try await Self.add("alone", to: store)
        #expect(try await store.read { try $0.people().count } == 201)
    }

    @Test @MainActor
    func `a brief write waits for another process without holding its own thread`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "samsprak-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "shared.sqlite").path()
        let sealer = try Sealer(key: Array(repeating: 1, count: 32))
        let (here, there) = (
            try Store(path: path, sealer: sealer), try Store(path: path, sealer: sealer)
        )
        let gate = DispatchSemaphore(value: 0)
        let held = DispatchSemaphore(value: 0)
        let other = Task.detached {
            try await there.write(at: Instant(milliseconds: 0)) { _ in
                held.signal()
                gate.wait()
            }
        }
        try await Self.wait { held.wait(timeout: .now()) == .success }
        let brief = Task { @MainActor in try await Self.add("1", to: here) }
        // Comes back only to a thread that is free.
        try await Task.sleep(for: .milliseconds(50))
        gate.signal()
        try await other.value
        try await brief.value
        #expect(try await here.read { try $0.people().count } == 1)
    }

    private static func add(_ number: String, to store: Store) async throws {
        try await store.write(at: Instant(milliseconds: 1), isBrief: true) { writing in
            _ = try writing.add(
                NewPerson(
                    name: PersonName(latin: [NamePart(.whole, "A")]), externalID: number))
        }
    }

    /// Writes that arrive while the queue is held, in order, and so share a commit.
    private func answers(
        of count: Int, in store: Store, _ runs: Runs
    ) async throws -> [Int: Answer] {
        let gate = DispatchSemaphore(value: 0)
        let held = DispatchSemaphore(value: 0)
        return try await withThrowingTaskGroup(of: (Int, Answer)?.self) { group in
            group.addTask {
                try await store.write(at: Instant(milliseconds: 0)) { _ in
                    held.signal()
                    gate.wait()
                }
                return nil
            }
            try await Self.wait { held.wait(timeout: .now()) == .success }
            for number in 0..<count {
                group.addTask {
                    (number, await Self.answer(to: number, in: store, runs))
                }
                try await Self.wait { runs.submitted > number }
            }
            // Whoever said that they are about to write does so now.
            try await Task.sleep(for: .milliseconds(100))
            gate.signal()
            var answers: [Int: Answer] = [:]
            for try await answer in group {
                if let (number, answer) = answer { answers[number] = answer }
            }
            return answers
        }
    }

    /// Adds somebody who is called by the number; every third then fails for its own reason.
    private static func answer(to number: Int, in store: Store, _ runs: Runs) async -> Answer {
        runs.submit()
        do {
            let id = try await store.write(at: Instant(milliseconds: 1)) { writing in
                runs.run(number)
                let id = try writing.add(
                    NewPerson(
                        name: PersonName(latin: [NamePart(.whole, "A")]),
                        externalID: "\(number)"))
                if isBad(number) { throw StoreError.damaged(table: "\(number)") }
                return id
            }
            return .added(id)
        } catch let error as StoreError {
            return .failed(error)
        } catch {
            return .other
        }
    }

    private static func isBad(_ number: Int) -> Bool { number % 3 == 2 }

    private static func wait(until isTrue: () -> Bool) async throws {
        while !isTrue() { try await Task.sleep(for: .milliseconds(1)) }
    }
}

/// How often each write ran, and how many have been about to be submitted.
private final class Runs: Sendable {
    private let counts = Mutex<[Int: Int]>([:])
    private let submissions = Mutex(0)

    func run(_ number: Int) { counts.withLock { $0[number, default: 0] += 1 } }
    func of(_ number: Int) -> Int { counts.withLock { $0[number] ?? 0 } }
    func submit() { submissions.withLock { $0 += 1 } }
    var submitted: Int { submissions.withLock { $0 } }
}
