import Courses
import Desk
import Localisation

@testable import Web

extension Samples {
    static func accountPages(_ visitor: Visitor) -> [Sample] {
        [
            Sample(
                template: "account",
                page: AccountPage(
                    layout: { _ in layout(visitor) }, visitor: visitor, mayManage: true)),
            Sample(template: "devices", page: devices(visitor, of: nil)),
            Sample(template: "devices", variant: ".user", page: devices(visitor, of: user)),
            Sample(
                template: "users",
                page: UsersPage(
                    layout: { _ in layout(visitor) }, visitor: visitor, accounts: [user],
                    today: day)),
            Sample(template: "calendar", page: calendar(visitor, isMade: false)),
            Sample(template: "calendar", variant: ".made", page: calendar(visitor, isMade: true)),
            Sample(template: "calls", page: calls(visitor)),
            Sample(template: "calls", variant: ".empty", page: noCalls(visitor)),
        ]
    }

    static let user = UserAccount(
        person: Person.ID(bits: 9), userName: "sara",
        name: DisplayName(native: "سارة حداد", latin: "Sara <Haddad>"), language: .swedish,
        isClosed: false,
        grants: [
            Grant(role: .leader, scope: .group(group.id), from: day, until: nil),
            Grant(role: .manager, scope: .organisation, from: day, until: nil),
        ])

    private static func devices(_ visitor: Visitor, of user: UserAccount?) -> DevicesPage {
        let kinds = [
            BrowserKind(.chrome, .android), BrowserKind(.safari, .iPhone),
            BrowserKind(.other, .windows), BrowserKind.unknown,
        ]
        let devices = kinds.enumerated().map { index, kind in
            SignInOverview(
                id: SignInOverview.ID(bits: UInt64(index + 1)), kind: kind, signedInAt: now,
                lastSeen: day, isCurrent: index == 0 && user == nil)
        }
        return DevicesPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            devices: devices, user: user, isDone: user == nil)
    }

    private static func calendar(_ visitor: Visitor, isMade: Bool) -> CalendarPage {
        CalendarPage(
            layout: { _ in layout(visitor) }, visitor: visitor, made: isMade ? now : nil,
            address: isMade ? "https://samsprak.example/calendar/0123.ics" : nil, isDone: !isMade)
    }

    private static func calls(_ visitor: Visitor) -> CallsPage {
        let rows = [
            CallList.Row(
                person: Person.ID(bits: 1),
                name: DisplayName(native: "أمل حسن", latin: "Amal Hassan"),
                phones: ["+46701740605", "08-465 004 00"]),
            CallList.Row(
                person: Person.ID(bits: 2), name: DisplayName(native: nil, latin: "Hodan <b>"),
                phones: []),
        ]
        let list = CallList(
            groups: [group], session: overview(day: 0), rows: rows, hidden: 2)
        return CallsPage(
            layout: { _ in layout(visitor) }, visitor: visitor, list: list,
            backHref: "/sessions/1")
    }

    private static func noCalls(_ visitor: Visitor) -> CallsPage {
        CallsPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            list: CallList(groups: [group], session: nil, rows: [], hidden: 0),
            backHref: "/groups/1")
    }
}
