package import Courses

extension ActBatch {
    /// The answer to a batch, as devices read it.
    package static func answer(_ batch: String, _ results: [ActResult]) -> [UInt8] {
        var writer = WireWriter()
        writer.object { writer in
            writer.field("batch", batch)
            writer.array("results") { writer in
                for result in results { writer.object { result.write(to: &$0) } }
            }
        }
        return writer.bytes
    }
}

extension ActResult {
    fileprivate func write(to writer: inout WireWriter) {
        writer.field("id", id)
        switch outcome {
        case .now(let outcome):
            writer.field("outcome", outcome.code)
            writer.field("reason", outcome.rule?.rawValue)
        case .repeated(let first):
            writer.field("outcome", "repeated")
            writer.field("first", first.code)
            writer.field("reason", first.rule?.rawValue)
        }
        writer.field("version", version)
        switch standing {
        case .mark(let mark)?: writer.fields(of: mark)
        case .count(let count)?: writer.field("value", count)
        case .word(let word)?: writer.field("value", word)
        case nil: break
        }
    }
}

extension WireWriter {
    /// A mark's fields, as acts and answers have them.
    package mutating func fields(of mark: Mark) {
        field("value", mark.value.code.rawValue)
        field("lateMinutes", mark.value.lateMinutes)
        field("leftEarlyMinutes", mark.value.leftEarlyMinutes)
        field("mode", mark.mode.rawValue)
        field("role", mark.role.code.rawValue)
        field("makeUpFor", mark.role.makeUpFor?.description)
    }
}

extension ActOutcome {
    package var rule: KeptRule? {
        if case .kept(let rule) = self { rule } else { nil }
    }
}
