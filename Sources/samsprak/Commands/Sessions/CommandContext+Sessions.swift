import Courses
import Desk
import Localisation

extension CommandContext {
    /// A session by its id, or as `group/number` with the group by id, name or `round/name`.
    func session(_ reference: String) async throws -> SessionOverview {
        if let slash = reference.lastIndex(of: "/"),
            let number = Int(
                digits: asciiDigits(String(reference[reference.index(after: slash)...])))
        {
            let name = String(reference[..<slash])
            let group = try await desk.group(name, as: actor)
            let sessions = try await desk.sessions(SessionFilter(group: group.id), as: actor)
            let known = sessions.first { overview in
                overview.session.groups.contains { $0.group == group.id && $0.number == number }
            }
            guard let known else {
                throw CommandError.sessionNumberMissing(group: group.name, number: number)
            }
            return known
        }
        guard let id = Session.ID(reference) else { throw CommandError.malformedID(reference) }
        return try await desk.session(id, as: actor)
    }

    func json(_ session: Session) -> JSON {
        [
            "id": .described(session.id),
            "groups": .array(
                session.groups.map {
                    ["group": .described($0.group), "number": .number($0.number)]
                }),
            "date": .described(session.date), "start": .described(session.start),
            "end": .described(session.end), "mode": .string(session.mode.rawValue),
            "recording": .string(session.recording.rawValue),
        ]
    }

    func json(_ overview: SessionOverview) -> JSON {
        json(overview.session).with([
            "round": .described(overview.round),
            "status": .string(overview.evidence.status(at: clock.now()).rawValue),
            "signedOff": .bool(overview.evidence.signedOff),
            "expected": .number(overview.expected), "marked": .number(overview.marked),
            "waiting": .number(overview.waiting),
        ])
    }

    /// `Arabiska A 3`, for each group that meets.
    func title(_ session: Session, _ names: [Group.ID: String]) -> String {
        session.groups
            .map { "\(names[$0.group] ?? $0.group.description) \(localiser.number($0.number))" }
            .joined(separator: " + ")
    }

    func groupNames() async throws -> [Group.ID: String] {
        let groups = try await desk.groups(as: actor)
        return Dictionary(groups.map { ($0.id, $0.name) }) { first, _ in first }
    }
}
