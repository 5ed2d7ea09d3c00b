import Courses
import Desk
import Localisation

struct DuplicatesPage: Page {
    static let template = "duplicates"

    let layout: Layout
    let backText: String
    let heading: String
    let introText: String
    let emptyText: String?
    let pairs: [DuplicateCard]
}

struct DuplicateCard: Sendable {
    let people: [FoundCard]
    let reasons: [ReasonLine]
}

extension DuplicatesPage {
    init(layout: (_ title: String) -> Layout, visitor: Visitor, pairs: [LikelyDuplicate]) {
        heading = visitor.say(Message("duplicates.title"))
        self.layout = layout(heading)
        backText = visitor.say(Message("people.title"))
        introText = visitor.say(Message("duplicates.intro"))
        emptyText = pairs.isEmpty ? visitor.say(Message("duplicates.empty")) : nil
        self.pairs = pairs.map { pair in
            DuplicateCard(
                people: [pair.first, pair.second].map {
                    FoundCard($0, visitor: visitor, showsReasons: false)
                },
                reasons: pair.comparison.reasons.map {
                    ReasonLine(text: visitor.say($0.message))
                })
        }
    }
}
