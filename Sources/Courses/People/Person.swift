/// One human, once; participant, leader and contact are dated roles of a person.
package struct Person: Sendable, Equatable {
    package typealias ID = Identifier<Person>

    package let id: ID
    package let name: DisplayName
    package let gender: Gender
    package let birthDate: LocalDate?
    /// What the person speaks and can take a course in, best first.
    package let courseLanguages: [Language]
    package let isProtected: Bool

    package init(
        id: ID, name: DisplayName, gender: Gender, birthDate: LocalDate?,
        courseLanguages: [Language], isProtected: Bool
    ) {
        self.id = id
        self.name = name
        self.gender = gender
        self.birthDate = birthDate
        self.courseLanguages = courseLanguages
        self.isProtected = isProtected
    }
}

/// As the organisation has been told; statistics count `unknown` beside the other two.
package enum Gender: String, CaseIterable, Sendable, Codable {
    case woman, man, unknown
}
