/// A JSON value (RFC 8259) and where it stands.
struct JSONNode {
    let content: Content
    /// Of its first byte.
    let offset: Int

    indirect enum Content {
        case null
        case bool(Bool)
        /// Nil for a number that is no whole one, or too large.
        case number(Int?)
        case string(String)
        case array([JSONNode])
        case object([(name: String, offset: Int, value: JSONNode)])
    }

    var isNull: Bool {
        if case .null = content { true } else { false }
    }
}
