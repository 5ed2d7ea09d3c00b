package import Courses
import Localisation
internal import Store

extension Desk {
    /// People by name, in any script and spelling and while it is typed, and by external id;
    /// nobody protected, whoever asks. What is sought is kept nowhere.
    ///
    /// - Parameter born: a year of birth; one may also stand among the words.
    package func findPeople(
        _ text: String, born: Int? = nil, limit: Int = 20, as actor: Actor
    ) async throws -> [FoundPerson] {
        let today = today
        try Policy.require(actor, .readPeople, on: .organisation, date: today)
        let search = PeopleSearch(
            text: text, query: NameQuery(text, born: born), today: today, limit: limit)
        try await indexNames()
        return try await store.read { try search.run(in: $0) }
    }

    /// Takes in what was named since the last search; nothing to do is the usual case.
    func indexNames() async throws {
        if try await store.read({ try $0.namesAreIndexed(by: .ours) }) { return }
        try await write { try $0.indexNames(by: .ours) }
    }
}

extension NameRules {
    static let ours = NameRules(version: NameWord.keyRules) { text in
        NameForm(text).words.map { NameEntry(word: $0.written, keys: $0.searchKeys) }
    }
}

/// One search: candidates by the index, judged by the whole of their names.
struct PeopleSearch {
    let text: String
    let query: NameQuery
    let today: LocalDate
    let limit: Int

    /// How many are judged by their whole names, and how many uses of a word are looked at.
    private static let (candidates, uses) = (80, 12_000)

    func run(in reading: Reading) throws -> [FoundPerson] {
        var found = try byID(in: reading)
        let known = Set(found.map(\.id))
        let named = try reading.named(candidates(in: reading))
        let judged = named.filter { !known.contains($0.id) }.map { person in
            (
                person: person,
                comparison: query.comparison(
                    with: person.texts.map { NameForm($0) }, born: person.birthYear)
            )
        }
        let best = judged.filter { $0.comparison.score >= 0.3 }
            .sorted { ($1.comparison.score, $0.person.key) < ($0.comparison.score, $1.person.key) }
        found += try best.prefix(max(0, limit - found.count)).map {
            try $0.person.found(.name($0.comparison), on: today, in: reading)
        }
        return found
    }

    private func byID(in reading: Reading) throws -> [FoundPerson] {
        let typed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !typed.isEmpty, typed.utf8.count <= 100 else { return [] }
        var found: [FoundPerson] = []
        for person in try reading.named(reading.people(publicID: typed)) {
            found.append(try person.found(.id, on: today, in: reading))
        }
        guard typed.contains(where: \.isNumber) else { return found }
        var seen: Set<Person.ID> = []
        for start in [typed, typed.uppercased(), typed.lowercased()] {
            let people = try reading.named(
                reading.people(externalIDBeginningWith: start, limit: limit))
            for person in people where seen.insert(person.id).inserted {
                found.append(try person.found(.externalID, on: today, in: reading))
            }
        }
        return Array(found.prefix(limit))
    }

    private func candidates(in reading: Reading) throws -> [PersonKey] {
        let sought = try query.soughtWords.map { word in
            var found: [WordKey: Int] = [:]
            let words =
                try reading.words(underKeys: word.searchKeys)
                + reading.words(beginningWith: word.written, limit: 200)
            for known in words where found[known.id] == nil {
                guard let read = NameWord(written: known.word) else { continue }
                found[known.id] = NameQuery.worth(read, to: word)
            }
            return found.map { (word: $0.key, worth: $0.value) }
                .sorted { ($1.worth, $0.word) < ($0.worth, $1.word) }
        }
        return try reading.people(having: sought, most: Self.uses, limit: Self.candidates)
    }
}

extension NamedPerson {
    func found(
        _ match: FoundPerson.Match, on date: LocalDate, in reading: Reading
    ) throws -> FoundPerson {
        FoundPerson(
            id: id, name: name, birthYear: birthYear, gender: gender, externalID: externalID,
            groups: try reading.groupNames(of: key, on: date), match: match)
    }
}
