import Courses
import Localisation

/// Makes and ends the secret address of one's calendar.
struct CalendarPage: Page {
    static let template = "calendar"

    let layout: Layout
    let backText: String
    let heading: String
    let introText: String
    let noticeText: String?
    /// Shown once, right after it was made.
    let address: NewAddress?
    let stateText: String
    let makeText: String
    let makeLabel: String
    let end: EndStep?
}

struct NewAddress: Sendable {
    let label: String
    let help: String
    let address: String
}

struct EndStep: Sendable {
    let text: String
    let label: String
}

extension CalendarPage {
    /// - Parameter made: when the address that is in force was made.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, made: Instant?, address: String?,
        isDone: Bool
    ) {
        heading = visitor.say(Message("calendarFeed.title"))
        self.layout = layout(heading)
        backText = visitor.say(Message("account.title"))
        introText = visitor.say(Message("calendarFeed.intro"))
        noticeText =
            isDone && made == nil ? visitor.say(Message("calendarFeed.ended")) : nil
        self.address = address.map {
            NewAddress(
                label: visitor.say(Message("calendarFeed.address")),
                help: visitor.say(Message("calendarFeed.addressHelp")), address: $0)
        }
        stateText =
            made.map {
                visitor.say(Message("calendarFeed.made", ["date": .date(WallClock.date($0))]))
            } ?? visitor.say(Message("calendarFeed.none"))
        makeText = visitor.say(Message("calendarFeed.makeText"))
        makeLabel =
            made == nil
            ? visitor.say(Message("calendarFeed.make"))
            : visitor.say(Message("calendarFeed.makeAnew"))
        end =
            made == nil
            ? nil
            : EndStep(
                text: visitor.say(Message("calendarFeed.endText")),
                label: visitor.say(Message("calendarFeed.end")))
    }
}
