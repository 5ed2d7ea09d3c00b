import Courses

/// Something that happened in the world; which fields it has depends on what it is.
struct EventPlan: Decodable, Sendable {
    enum Kind: String, Decodable, Sendable {
        case join, transfer, withdraw, merge, protect, apply
        case cancel, move, remote, substitute
        /// These bear on a session's marks and are done when it takes place.
        case notTaken, notHeld, makeUp, guest
    }

    let on: LocalDate
    let what: Kind
    /// A member, `round/group/number`.
    let who: String?
    /// A group, `round/group`.
    let group: String?
    let number: Int?
    let from: LocalDate?
    let to: String?
    let toDate: LocalDate?
    /// The number of the session that a make-up stands in for.
    let missed: Int?
    let user: String?
    let level: String?
    let reason: String?
    let round: String?
    let language: Language?
    let count: Int?
    /// Whether the first two who apply wait together, or are kept apart.
    let together: Bool?
    let children: Int?

    func need<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw DemoWorldError.incomplete("\(what.rawValue) \(on)") }
        return value
    }

    /// The session that it names, as `SessionPlan.key` has it.
    func session() throws -> String {
        "\(try need(group))#\(try need(number))"
    }
}
