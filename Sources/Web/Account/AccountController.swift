import Courses
import Desk
import Hummingbird
import Localisation

/// What somebody may look after of their own.
struct AccountController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/account") { request, context in
            let visitor = context.visitor
            let actor = try visitor.signedIn()
            let today = WallClock.date(site.desk.clock.now())
            let mayManage = Policy.allows(
                actor, .manageUsers, on: .organisation, date: today)
            return site.respond(AccountPage(site: site, visitor: visitor, mayManage: mayManage))
        }
    }
}

struct AccountPage: Page {
    static let template = "account"

    let layout: Layout
    let heading: String
    let links: [AccountLink]
}

struct AccountLink: Sendable {
    let href: String
    let title: String
    let text: String
}

extension AccountPage {
    init(site: Site, visitor: Visitor, mayManage: Bool) {
        self.init(
            layout: { site.layout(title: $0, for: visitor, at: "/account") }, visitor: visitor,
            mayManage: mayManage)
    }

    init(layout: (_ title: String) -> Layout, visitor: Visitor, mayManage: Bool) {
        heading = visitor.say(Message("account.title"))
        self.layout = layout(heading)
        var links = [
            AccountLink(
                href: "/devices", title: visitor.say(Message("devices.title")),
                text: visitor.say(Message("devices.intro"))),
            AccountLink(
                href: "/calendar", title: visitor.say(Message("calendarFeed.title")),
                text: visitor.say(Message("calendarFeed.intro"))),
        ]
        if mayManage {
            links.append(
                AccountLink(
                    href: "/users", title: visitor.say(Message("users.title")),
                    text: visitor.say(Message("users.intro"))))
        }
        self.links = links
    }
}
