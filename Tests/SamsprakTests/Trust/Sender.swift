import Synchronization

/// A device that goes on with its last batch until that is answered.
struct Sender: Sendable {
    private var phone: Phone
    private let people: [String]
    private let session: String
    /// Told of each act that was answered, as it is.
    private let ledger: Ledger?
    private(set) var answered: [String] = []
    private(set) var unanswered: Phone.Batch?
    private var last: Phone.Batch?
    /// Answers that said "already".
    private(set) var repeated = 0
    /// Answers that should not have come.
    private(set) var refusals: [String] = []

    init(_ device: String, people: [String], session: String, ledger: Ledger? = nil) {
        phone = Phone(device)
        self.people = people
        self.session = session
        self.ledger = ledger
    }

    /// Sends what is unanswered and then so many more, until the service is gone.
    func sending(_ count: Int, to client: Client) -> Sender {
        var sender = self
        if let batch = sender.unanswered, !sender.send(batch, to: client) { return sender }
        for _ in 0..<count where ledger?.isClosed != true {
            let batch = sender.phone.batch(people, at: session)
            if !sender.send(batch, to: client) { break }
        }
        return sender
    }

    /// Sends once more what was answered last, as if the answer had been lost.
    func repeating(to client: Client) throws -> Sender {
        guard let last else { return self }
        var sender = self
        for result in try client.acts(last.text).json()["results"].list {
            if result["outcome"] == "repeated" {
                sender.repeated += 1
            } else {
                sender.refusals.append("\(result)")
            }
        }
        return sender
    }

    private mutating func send(_ batch: Phone.Batch, to client: Client) -> Bool {
        unanswered = batch
        guard let reply = try? client.acts(batch.text) else { return false }
        guard reply.status == 200, let results = try? reply.json()["results"].list,
            results.map({ $0["id"].text }) == batch.ids
        else {
            refusals.append("\(reply.status) \(reply.body)")
            ledger?.close()
            return false
        }
        for result in results {
            switch result["outcome"] {
            case "accepted": break
            case "repeated": repeated += 1
            default: refusals.append("\(result)")
            }
        }
        answered += batch.ids
        ledger?.add(batch.ids)
        unanswered = nil
        last = batch
        return true
    }
}

/// What has been answered so far, for whoever watches while it grows.
final class Ledger: Sendable {
    private let state = Mutex((ids: [String](), isClosed: false))

    func add(_ ids: [String]) { state.withLock { $0.ids += ids } }
    func close() { state.withLock { $0.isClosed = true } }

    /// Until so many have been answered, or nobody sends any more.
    func wait(for count: Int) async throws {
        while ids.count < count, !isClosed { try await Task.sleep(for: .milliseconds(1)) }
    }

    var ids: [String] { state.withLock { $0.ids } }
    var isClosed: Bool { state.withLock { $0.isClosed } }
}
