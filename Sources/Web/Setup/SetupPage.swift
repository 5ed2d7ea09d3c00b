import Courses
import Localisation

/// What there is of something that is set up, and the way to each and to a new one.
struct SetupPage: Page {
    static let template = "setup"

    let layout: Layout
    let back: SessionLink?
    let heading: String
    let introText: String?
    let doneText: String?
    let sections: [SetupSection]

    init(
        layout: (_ title: String) -> Layout, back: SessionLink?, heading: String,
        intro: String? = nil, done: String? = nil, sections: [SetupSection]
    ) {
        self.layout = layout(heading)
        self.back = back
        self.heading = heading
        introText = intro
        doneText = done
        self.sections = sections
    }
}

struct SetupSection: Sendable {
    var title: String?
    var emptyText: String?
    var cards: [SetupCard] = []
    var links: [SessionLink] = []
}

struct SetupCard: Sendable {
    let name: String
    /// Nil where the card itself leads nowhere.
    var href: String?
    var lines: [TextLine] = []
    var links: [SessionLink] = []
}
