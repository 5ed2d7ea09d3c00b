import Courses
import Desk

extension Register {
    /// The register as devices read it; `attendance show` of the command has the same names.
    func wire(at now: Instant) -> [UInt8] {
        var writer = WireWriter()
        writer.object { writer in
            writer.object("session") { $0.fields(of: session, at: now) }
            writer.array("roster") { writer in
                for row in rows { writer.object { $0.fields(of: row) } }
            }
            writer.field("unmarked", unmarked)
            writer.array("headcounts") { writer in
                for headcount in headcounts {
                    writer.object { writer in
                        writer.field("category", headcount.key.category)
                        writer.field("language", headcount.key.language?.rawValue)
                        writer.field("gender", headcount.key.gender?.rawValue)
                        writer.field("ageBand", headcount.key.ageBand)
                        writer.field("count", headcount.count)
                        writer.field("version", headcount.version)
                    }
                }
            }
        }
        return writer.bytes
    }
}

extension WireWriter {
    mutating func fields(of overview: SessionOverview, at now: Instant) {
        let session = overview.session
        field("id", session.id.description)
        field("date", session.date.description)
        field("start", session.start.description)
        field("end", session.end.description)
        field("mode", session.mode.rawValue)
        field("status", overview.evidence.status(at: now).rawValue)
        field("signedOff", overview.evidence.signedOff)
        array("groups") { writer in
            for part in session.groups {
                writer.object { writer in
                    writer.field("group", part.group.description)
                    writer.field("number", part.number)
                }
            }
        }
        field("expected", overview.expected)
        field("marked", overview.marked)
        field("waiting", overview.waiting)
    }

    mutating func fields(of row: Register.Row) {
        field("person", row.person.description)
        object("name") { writer in
            writer.field("native", row.name.native)
            writer.field("latin", row.name.latin)
            writer.field("alias", row.name.alias)
        }
        field("onRoster", row.isOnRoster)
        if let mark = row.mark { fields(of: mark) } else { null("value") }
        field("version", row.version)
    }
}
