/// A person who can sign in.
package struct UserAccount: Sendable, Equatable {
    package let person: Person.ID
    package let userName: String
    package let name: DisplayName
    package let language: Language
    package let isClosed: Bool
    package let grants: [Grant]

    package init(
        person: Person.ID, userName: String, name: DisplayName, language: Language,
        isClosed: Bool, grants: [Grant]
    ) {
        self.person = person
        self.userName = userName
        self.name = name
        self.language = language
        self.isClosed = isClosed
        self.grants = grants
    }

    package var actor: Actor {
        Actor(identity: .person(person, userName: userName), grants: isClosed ? [] : grants)
    }
}
