package import Courses
import Localisation
import Store

extension Desk {
    /// Lists the reasons that a new organisation begins with, in every language that has a
    /// catalogue; those whose codes are taken already stay as they are.
    ///
    /// None of them tells of anybody's health or beliefs: what is chosen of somebody is kept with
    /// them, and to keep that is for each organisation to decide.
    package func addStandardReasons(as actor: Actor) async throws {
        try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let known = Set(try writing.reading.reasons().map(\.code))
            for (code, kind, message) in StandardReasons.all where !known.contains(code) {
                let texts = Language.catalogue.map { ($0, Localiser.localiser(for: $0)(message)) }
                try Self.add(
                    NewReason(
                        code: code, kind: kind,
                        texts: Dictionary(texts, uniquingKeysWith: { first, _ in first })),
                    writing, actor)
            }
        }
    }
}

private enum StandardReasons {
    static let all: [(code: String, kind: ReasonKind, message: Message)] = [
        ("authority", .excused, Message("reason.standard.authority")),
        ("work", .excused, Message("reason.standard.work")),
        ("exam", .excused, Message("reason.standard.exam")),
        ("no-childcare", .excused, Message("reason.standard.noChildcare")),
        ("no-interpreter", .excused, Message("reason.standard.noInterpreter")),
        ("leader-away", .session, Message("reason.standard.leaderAway")),
        ("venue-closed", .session, Message("reason.standard.venueClosed")),
        ("weather", .session, Message("reason.standard.weather")),
        ("too-few", .session, Message("reason.standard.tooFew")),
        ("no-meetings", .session, Message("reason.standard.noMeetings")),
        ("moved", .withdrawal, Message("reason.standard.moved")),
        ("new-job", .withdrawal, Message("reason.standard.newJob")),
        ("studies", .withdrawal, Message("reason.standard.studies")),
        ("time-unsuitable", .withdrawal, Message("reason.standard.timeUnsuitable")),
        ("never-came", .withdrawal, Message("reason.standard.neverCame")),
        ("long-wait", .priority, Message("reason.standard.longWait")),
        ("with-family", .priority, Message("reason.standard.withFamily")),
        ("wrong-person", .correction, Message("reason.standard.wrongPerson")),
        ("told-later", .correction, Message("reason.standard.toldLater")),
        ("own-wish", .other, Message("reason.standard.ownWish")),
        ("even-groups", .other, Message("reason.standard.evenGroups")),
    ]
}
