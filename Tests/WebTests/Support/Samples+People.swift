import Courses
import Desk
import Localisation

@testable import Web

extension Samples {
    static func peoplePages(_ visitor: Visitor) -> [Sample] {
        [
            Sample(template: "people", page: people(visitor, "  ", [])),
            Sample(template: "people", variant: ".none", page: people(visitor, "<Nobody>", [])),
            Sample(template: "people", variant: ".found", page: people(visitor, "Amal", found)),
            Sample(
                template: "found",
                page: FoundPage(found: FoundList(found, query: "Amal", visitor: visitor))),
            Sample(template: "duplicates", page: duplicates(visitor, pairs)),
            Sample(template: "duplicates", variant: ".none", page: duplicates(visitor, [])),
        ] + mergePages(visitor, found)
    }

    private static func people(
        _ visitor: Visitor, _ query: String, _ people: [FoundPerson]
    ) -> PeoplePage {
        PeoplePage(
            layout: { _ in layout(visitor) }, script: "/assets/search.js", visitor: visitor,
            query: query, people: people)
    }

    private static func duplicates(
        _ visitor: Visitor, _ pairs: [LikelyDuplicate]
    ) -> DuplicatesPage {
        DuplicatesPage(
            layout: { _ in layout(visitor) }, visitor: visitor, pairs: pairs,
            distinct: pairs.isEmpty ? nil : (Person.ID(bits: 1), Person.ID(bits: 2)))
    }

    private static let comparison = NameComparison(
        score: 0.83, isSuggested: true,
        reasons: [.spelledOtherwise, .otherScript, .partMissing, .sameBirthYear])

    private static let found = [
        FoundPerson(
            id: Person.ID(bits: 1), name: DisplayName(native: "أمل حسن", latin: "Amal Hassan"),
            birthYear: 1984, gender: .woman, externalID: "A-0451", groups: ["Arabiska <1>"],
            match: .name(comparison)),
        FoundPerson(
            id: Person.ID(bits: 2), name: DisplayName(native: nil, latin: "Hodan <b>"),
            birthYear: nil, gender: .unknown, externalID: nil, groups: [], match: .externalID),
    ]

    private static let pairs = [
        LikelyDuplicate(first: found[0], second: found[1], comparison: comparison)
    ]
}
