package import Courses
import Localisation
internal import Store

extension Desk {
    /// People who may be one and the same, the likeliest first; for a person to judge, since
    /// nothing is ever merged by itself. Nobody protected.
    package func likelyDuplicates(
        limit: Int = 200, as actor: Actor
    ) async throws -> [LikelyDuplicate] {
        let today = today
        try Policy.require(actor, .readPeople, on: .organisation, date: today)
        return try await store.read { reading in
            let people = try reading.named(reading.namedPeople()).map(SoughtPerson.init)
            let distinct = try reading.distinctPairs()
            return try DuplicateSearch(people: people).pairs().filter { pair in
                !distinct.contains(
                    PersonPair(people[pair.first].person.key, people[pair.second].person.key))
            }.prefix(limit).map { pair in
                LikelyDuplicate(
                    first: try people[pair.first].found(pair.comparison, today, reading),
                    second: try people[pair.second].found(pair.comparison, today, reading),
                    comparison: pair.comparison)
            }
        }
    }
}

/// Somebody with their names read.
private struct SoughtPerson {
    let person: NamedPerson
    let forms: [NameForm]

    init(_ person: NamedPerson) {
        self.person = person
        forms = person.texts.map { NameForm($0) }.filter { !$0.isEmpty }
    }

    func found(
        _ comparison: NameComparison, _ today: LocalDate, _ reading: Reading
    ) throws -> FoundPerson {
        try person.found(.name(comparison), on: today, in: reading)
    }

    /// Two people who may be one share at least one of these: two words that sound alike, or one
    /// and the year of birth or that beside it.
    var blocks: Set<String> {
        var blocks: Set<String> = []
        for form in forms {
            let words = Set(form.words.map(\.skeletonKey)).sorted()
            for (index, word) in words.enumerated() {
                for other in words[(index + 1)...] { blocks.insert(word + " " + other) }
                if let year = person.birthYear {
                    blocks.insert("\(word) \(year)")
                    blocks.insert("\(word) \(year + 1)")
                } else if words.count == 1 {
                    blocks.insert(word)
                }
            }
        }
        return blocks
    }
}

/// Compares those who share a block.
private struct DuplicateSearch {
    let people: [SoughtPerson]

    struct Pair {
        let first: Int
        let second: Int
        let comparison: NameComparison
    }

    private struct Indices: Hashable {
        let first: Int
        let second: Int
    }

    func pairs() -> [Pair] {
        var blocks: [String: [Int]] = [:]
        for (index, person) in people.enumerated() {
            for block in person.blocks { blocks[block, default: []].append(index) }
        }
        var seen: Set<Indices> = []
        var pairs: [Pair] = []
        for members in blocks.values where members.count > 1 {
            for (place, first) in members.enumerated() {
                for second in members[(place + 1)...] where mayBeOne(first, second) {
                    guard seen.insert(Indices(first: first, second: second)).inserted else {
                        continue
                    }
                    let comparison = compare(first, second)
                    guard comparison.isSuggested else { continue }
                    pairs.append(Pair(first: first, second: second, comparison: comparison))
                }
            }
        }
        return pairs.sorted {
            ($1.comparison.score, $0.first, $0.second)
                < ($0.comparison.score, $1.first, $1.second)
        }
    }

    private func compare(_ first: Int, _ second: Int) -> NameComparison {
        NameMatching.compare(
            people[first].forms, born: people[first].person.birthYear, people[second].forms,
            born: people[second].person.birthYear)
    }

    /// Two years between their births are enough to tell people apart.
    private func mayBeOne(_ first: Int, _ second: Int) -> Bool {
        guard let one = people[first].person.birthYear,
            let other = people[second].person.birthYear
        else { return true }
        return abs(one - other) < 2
    }
}
