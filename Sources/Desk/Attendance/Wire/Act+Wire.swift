import Courses
import JSONReading

extension Act {
    /// Nil when anything in it is missing, of another type or out of range.
    init?(_ value: JSONValue) {
        guard let id = value["id"]?.text.flatMap({ ActID($0) }),
            let sequence = value["seq"]?.whole, sequence >= 0,
            let session = value["session"]?.text.flatMap({ Session.ID($0) }),
            let at = value["at"]?.text.flatMap({ Instant($0) }),
            let statement = Statement(WireFields(value: value))
        else { return nil }
        self.init(id: id, sequence: sequence, session: session, at: at, statement: statement)
    }
}

extension Act.Statement {
    fileprivate init?(_ fields: WireFields) {
        do {
            switch try fields.string("kind", 1...20) {
            case "mark": self = try fields.mark()
            case "clear":
                self = .clear(
                    try fields.identifier("person"), base: try fields.whole("base"),
                    reason: try fields.reason())
            case "headcount": self = try fields.headcount()
            case "person": self = .person(try fields.identifier("person"), try fields.name())
            case "note":
                self = .note(try fields.string("text", 0...4000), base: try fields.whole("base"))
            case "sessionState":
                self = .sessionState(
                    try fields.code("state"), base: try fields.whole("base"),
                    reason: try fields.reason())
            case "signOff": self = .signOff(base: try fields.whole("base"))
            case "retract": self = .retract(try fields.act("act"))
            default: return nil
            }
        } catch {
            return nil
        }
    }
}

/// The fields of one act, read with their types and ranges.
struct WireFields {
    let value: JSONValue

    struct Wrong: Error {}

    func string(_ name: String, _ length: ClosedRange<Int>) throws(Wrong) -> String {
        guard let text = try optionalText(name, length) else { throw Wrong() }
        return text
    }

    func optionalText(_ name: String, _ length: ClosedRange<Int>) throws(Wrong) -> String? {
        guard let field = value[name] else { return nil }
        guard let text = field.text, !text.utf8.contains(0), text.has(length) else {
            throw Wrong()
        }
        return text
    }

    func whole(_ name: String, upTo limit: Int = Int(Int32.max)) throws(Wrong) -> Int {
        guard let whole = try optionalWhole(name, upTo: limit) else { throw Wrong() }
        return whole
    }

    func optionalWhole(_ name: String, upTo limit: Int) throws(Wrong) -> Int? {
        guard let field = value[name] else { return nil }
        guard let whole = field.whole, (0...limit).contains(whole) else { throw Wrong() }
        return whole
    }

    func identifier<Entity>(_ name: String) throws(Wrong) -> Identifier<Entity> {
        guard let id = Identifier<Entity>(try string(name, 1...40)) else { throw Wrong() }
        return id
    }

    func act(_ name: String) throws(Wrong) -> ActID {
        guard let id = ActID(try string(name, 1...40)) else { throw Wrong() }
        return id
    }

    func code<Code: RawRepresentable<String>>(_ name: String) throws(Wrong) -> Code {
        guard let code: Code = try optionalCode(name) else { throw Wrong() }
        return code
    }

    func optionalCode<Code: RawRepresentable<String>>(_ name: String) throws(Wrong) -> Code? {
        guard let text = try optionalText(name, 1...40) else { return nil }
        guard let code = Code(rawValue: text) else { throw Wrong() }
        return code
    }

    /// Words of 2000 letters, and before them two codes and that they name none.
    func reason() throws(Wrong) -> String? { try optionalText("reason", 0...2100) }
}

extension String {
    /// Whether it has so many characters (Unicode scalars); of most texts their bytes tell.
    fileprivate func has(_ length: ClosedRange<Int>) -> Bool {
        let bytes = utf8.count
        if bytes <= length.upperBound, bytes >= length.lowerBound * 4 { return true }
        return length.contains(unicodeScalars.count)
    }
}
