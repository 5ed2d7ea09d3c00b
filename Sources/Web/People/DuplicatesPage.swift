import Courses
import Desk
import Localisation

struct DuplicatesPage: Page {
    static let template = "duplicates"

    let layout: Layout
    let backText: String
    let heading: String
    let introText: String
    let notice: DistinctNotice?
    let emptyText: String?
    let notSameLabel: String
    let pairs: [DuplicateCard]
}

struct DuplicateCard: Sendable {
    let people: [FoundCard]
    let reasons: [ReasonLine]
    let one: String
    let other: String
    let mergeText: String
}

/// Two people who have just been said not to be the same, with the way back.
struct DistinctNotice: Sendable {
    let text: String
    let undoLabel: String
    let one: String
    let other: String
}

extension DuplicatesPage {
    /// - Parameter distinct: who have just been said not to be the same.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, pairs: [LikelyDuplicate],
        distinct: (one: Person.ID, other: Person.ID)? = nil
    ) {
        heading = visitor.say(Message("duplicates.title"))
        self.layout = layout(heading)
        backText = visitor.say(Message("people.title"))
        introText = visitor.say(Message("duplicates.intro"))
        notice = distinct.map { pair in
            DistinctNotice(
                text: visitor.say(Message("merge.distinct")),
                undoLabel: visitor.say(Message("register.undo")), one: pair.one.description,
                other: pair.other.description)
        }
        notSameLabel = visitor.say(Message("merge.notSame"))
        emptyText = pairs.isEmpty ? visitor.say(Message("duplicates.empty")) : nil
        self.pairs = pairs.map { pair in
            let people = [pair.first, pair.second].map {
                FoundCard($0, visitor: visitor, showsReasons: false)
            }
            return DuplicateCard(
                people: people,
                reasons: pair.comparison.reasons.map {
                    ReasonLine(text: visitor.say($0.message))
                }, one: pair.first.id.description, other: pair.second.id.description,
                mergeText: visitor.say(
                    Message(
                        "merge.pair",
                        ["one": .text(people[0].name), "other": .text(people[1].name)])))
        }
    }
}
