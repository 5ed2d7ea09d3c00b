package import Courses

extension Act {
    /// The act as a device would send it.
    package var wireText: String {
        var writer = WireWriter()
        writer.object { writer in
            writer.field("id", id.description)
            writer.field("seq", sequence)
            writer.field("session", session.description)
            writer.field("at", at.description)
            writer.field("kind", statement.code)
            statement.write(to: &writer)
            writer.field("base", statement.base)
            writer.field("reason", statement.reason)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Act.Statement {
    fileprivate func write(to writer: inout WireWriter) {
        switch self {
        case .mark(let person, let mark, _, _):
            writer.field("person", person.description)
            writer.fields(of: mark)
        case .clear(let person, _, _): writer.field("person", person.description)
        case .headcount(let key, let count, _, _):
            writer.field("category", key.category)
            writer.field("language", key.language?.rawValue)
            writer.field("gender", key.gender?.rawValue)
            writer.field("ageBand", key.ageBand)
            writer.field("count", count)
        case .person(let person, let name):
            writer.field("person", person.description)
            let shown = name.display
            writer.object("name") { writer in
                writer.field("full", shown.primary)
                writer.field("native", shown.native)
                writer.field("latin", shown.latin)
            }
        case .note(let text, _): writer.field("text", text)
        case .sessionState(let state, _, _): writer.field("state", state.rawValue)
        case .signOff: break
        case .retract(let act): writer.field("act", act.description)
        }
    }
}
