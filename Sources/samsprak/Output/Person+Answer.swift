import Courses

extension CommandContext {
    func json(_ person: Person) -> JSON {
        [
            "id": .described(person.id), "name": .string(name(person.name)),
            "native": .described(person.name.native), "latin": .described(person.name.latin),
            "protected": .bool(person.isProtected), "gender": .string(person.gender.rawValue),
            "birthDate": .described(person.birthDate),
            "languages": .list(person.courseLanguages.map(\.rawValue)),
        ]
    }
}
