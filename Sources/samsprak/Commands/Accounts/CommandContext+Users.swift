import Courses
import Desk
import Localisation

extension CommandContext {
    /// Adds a user and says how they sign in.
    func addUser(
        _ userName: String, name: PersonName, person: Person.ID?, pageLanguage: String?,
        grants: [Grant], password: PasswordOptions
    ) async throws -> Answer {
        let language = try pageLanguage.map(Language.catalogueLanguage) ?? .swedish
        let password = try password.password()
        let whole = PersonName(latin: [NamePart(.whole, userName)])
        let id = try await desk.addUser(
            NewUser(
                userName: userName, name: name.isEmpty ? whole : name, password: password.text,
                language: language, grants: grants, person: person),
            as: actor)
        return Answer(
            json: [
                "user": .string(userName), "person": .described(id),
                "language": .string(language.rawValue),
                "grants": .array(grants.map(\.json)),
                "password": password.isMade ? .string(password.text) : .null,
            ],
            text: added(userName, id) + shownOnce(password))
    }

    /// The password that was made, which is stored nowhere.
    func shownOnce(_ password: (text: String, isMade: Bool)) -> String {
        guard password.isMade else { return "" }
        let message = Message("command.passwordMade", ["password": .text(password.text)])
        return localiser(message) + "\n"
    }

    func json(_ account: UserAccount) -> JSON {
        [
            "user": .string(account.userName), "person": .described(account.person),
            "name": .string(name(account.name)), "language": .string(account.language.rawValue),
            "closed": .bool(account.isClosed), "grants": .array(account.grants.map(\.json)),
        ]
    }

    func table(_ accounts: [UserAccount], empty: Message) -> Table {
        Table(
            [
                .init(heading: Message("command.column.user")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("command.column.pageLanguage")),
                .init(heading: Message("command.column.roles")),
            ],
            rows: accounts.map { account in
                let grants = account.grants.filter { $0.isInForce(on: today) }
                var roles: [String] = []
                for word in grants.map({ word($0.role) }) where !roles.contains(word) {
                    roles.append(word)
                }
                return [
                    account.userName, name(account.name),
                    localiser.languageName(account.language), localiser.list(roles),
                ]
            },
            whenEmpty: empty)
    }
}
