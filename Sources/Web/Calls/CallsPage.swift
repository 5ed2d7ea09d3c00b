import Courses
import Desk
import Localisation

struct CallsPage: Page {
    static let template = "calls"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let groupNames: String
    let dateText: String?
    /// That the reading is recorded.
    let loggedText: String
    let hiddenText: String?
    let emptyText: String?
    let people: [CallCard]
}

struct CallCard: Sendable {
    let name: String
    let otherName: String?
    let noneText: String?
    let phones: [PhoneLink]
}

struct PhoneLink: Sendable {
    let href: String
    let text: String
}

extension CallsPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, list: CallList, backHref: String
    ) {
        heading = visitor.say(Message("calls.title"))
        self.layout = layout(heading)
        self.backHref = backHref
        groupNames = visitor.localiser.list(list.groups.map(\.name))
        backText = groupNames
        dateText = list.session.map {
            visitor.localiser.dateWithSecondCalendar($0.session.date, style: .full)
        }
        loggedText = visitor.say(Message("calls.logged"))
        hiddenText =
            list.hidden > 0
            ? visitor.say(Message("calls.hidden", ["count": .number(list.hidden)])) : nil
        emptyText = list.rows.isEmpty ? visitor.say(Message("calls.empty")) : nil
        people = visitor.localiser.sorted(
            list.rows.map { CallCard($0, visitor: visitor) }, by: \.name)
    }
}

extension CallCard {
    init(_ row: CallList.Row, visitor: Visitor) {
        let shown = ShownName(row.name, visitor: visitor)
        name = shown.first
        otherName = shown.other
        noneText = row.phones.isEmpty ? visitor.say(Message("calls.none")) : nil
        phones = row.phones.map { phone in
            PhoneLink(href: "tel:" + phone.filter { $0.isNumber || $0 == "+" }, text: phone)
        }
    }
}
