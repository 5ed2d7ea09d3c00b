import Courses
import Desk
import Localisation

struct UsersPage: Page {
    static let template = "users"

    let layout: Layout
    let backText: String
    let heading: String
    let introText: String
    let users: [UserCard]
}

struct UserCard: Sendable {
    let href: String
    let userName: String
    /// Nil where it is the user name again.
    let name: String?
    let rolesText: String
}

extension UsersPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, accounts: [UserAccount],
        today: LocalDate
    ) {
        heading = visitor.say(Message("users.title"))
        self.layout = layout(heading)
        backText = visitor.say(Message("account.title"))
        introText = visitor.say(Message("users.intro"))
        users = accounts.filter { !$0.isClosed }.map {
            UserCard($0, visitor: visitor, today: today)
        }
    }
}

extension UserCard {
    init(_ account: UserAccount, visitor: Visitor, today: LocalDate) {
        href = "/users/\(account.person)/devices"
        userName = account.userName
        let shown = ShownName(account.name, visitor: visitor).first
        name = shown == userName ? nil : shown
        var roles: [Role] = []
        for grant in account.grants
        where grant.isInForce(on: today) && !roles.contains(grant.role) {
            roles.append(grant.role)
        }
        rolesText = visitor.localiser.list(roles.map { $0.words(visitor) })
    }
}

extension Role {
    func words(_ visitor: Visitor) -> String {
        switch self {
        case .administrator: visitor.say(Message("command.role.administrator"))
        case .leader: visitor.say(Message("command.role.leader"))
        case .manager: visitor.say(Message("command.role.manager"))
        case .protectedReader: visitor.say(Message("command.role.protectedReader"))
        }
    }
}
