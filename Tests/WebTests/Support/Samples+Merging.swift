import Courses
import Desk
import Localisation

@testable import Web

extension Samples {
    static func mergePages(_ visitor: Visitor, _ found: [FoundPerson]) -> [Sample] {
        [
            Sample(template: "merge", page: merge(visitor, [], hasChanged: true)),
            Sample(template: "merge", variant: ".obstacles", page: merge(visitor, obstacles)),
            Sample(template: "merged", page: merged(visitor)),
            Sample(
                template: "merged", variant: ".fault",
                page: merged(visitor, fault: [Message("error.undoSpokenOf", ["sessions": "<1>"])])),
            Sample(template: "merged", variant: ".undone", page: merged(visitor, isUndone: true)),
            Sample(template: "unmatched", page: unmatched(visitor, found)),
            Sample(
                template: "unmatched", variant: ".none",
                page: UnmatchedPage(
                    layout: { _ in layout(visitor) }, visitor: visitor,
                    unmatched: UnmatchedPeople(people: [], more: 0))
            ),
        ]
    }

    private static func person(_ bits: UInt64, _ name: DisplayName) -> Person {
        Person(
            id: Person.ID(bits: bits), name: name, gender: .woman, birthDate: nil,
            courseLanguages: [.arabic], isProtected: name.alias != nil)
    }

    private static let amal = person(1, DisplayName(native: "أمل حسن", latin: "Amal Hassan"))
    private static let guest = person(2, DisplayName(native: nil, latin: "Amaal <b>Xasan"))

    private static let meeting = MergeMeeting(
        session: Session.ID(bits: 3), date: LocalDate("2020-01-14") ?? .distantPast,
        groups: ["Arabiska <1>", "Kväll"])

    private static var kept: MergeSide {
        var side = MergeSide(person: amal, birthYear: 1984)
        side.otherNames = [DisplayName(native: nil, latin: "Moha <i>")]
        side.externalIDs = ["A-0451"]
        side.identifiers = [.personnummer]
        side.contacts = 2
        side.marks = 9
        side.hasAccount = true
        side.enrolments = [
            MergeEnrolment(round: "Våren <2020>", step: .placed, groups: ["Arabiska <1>"]),
            MergeEnrolment(round: "Hösten 2020", step: .applied, groups: []),
        ]
        return side
    }

    private static var other: MergeSide {
        var side = MergeSide(person: guest)
        side.isUnmatched = true
        side.marks = 2
        return side
    }

    private static let obstacles: [MergeObstacle] = [
        .samePerson, .bothAccounts, .mergedHasAccount, .protectionDiffers, .keptIsUnmatched,
        .saidDistinct, .identityNumbers(.personnummer), .keptApart, .bothMarked(meeting),
        .bothEnrolled(round: "Våren <2020>"),
        .placesOverlap(round: "Våren 2020", groups: ["Arabiska <1>"]),
        .wishesDiffer(round: "Våren 2020"),
    ]

    private static var effect: MergeEffect {
        var effect = MergeEffect()
        effect.marks = 2
        effect.becomeMember = 1
        effect.stayGuest = 2
        effect.enrolments = ["Våren <2020>"]
        effect.joined = ["Hösten 2020"]
        effect.places = 1
        effect.parties = 1
        effect.staff = 3
        effect.names = 2
        effect.identifiers = 1
        effect.externalIDs = 1
        effect.contacts = 1
        effect.filled = [.gender, .birthDate, .birthYear, .spoken]
        return effect
    }

    private static func merge(
        _ visitor: Visitor, _ obstacles: [MergeObstacle], hasChanged: Bool = false
    ) -> MergePage {
        MergePage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            preview: MergePreview(
                kept: kept, other: other, obstacles: obstacles,
                effect: obstacles.isEmpty ? effect : MergeEffect(), basis: "00ff"),
            one: guest.id, reasons: [ownWish], hasChanged: hasChanged)
    }

    private static func merged(
        _ visitor: Visitor, isUndone: Bool = false, fault: [Message] = []
    ) -> MergedPage {
        MergedPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            merged: MergedPeople(
                operation: OperationID(bits: 7), kept: amal, other: guest.id,
                effect: isUndone ? MergeEffect() : effect, isUndone: isUndone),
            parted: isUndone || !fault.isEmpty ? nil : [kept, other], fault: fault)
    }

    private static func unmatched(_ visitor: Visitor, _ found: [FoundPerson]) -> UnmatchedPage {
        UnmatchedPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            unmatched: UnmatchedPeople(
                people: [
                    UnmatchedPerson(person: guest, meeting: meeting, marks: 2, likely: found),
                    UnmatchedPerson(
                        person: person(8, DisplayName(native: "ሰላም", latin: nil)), meeting: nil,
                        marks: 0, likely: []),
                ], more: 3),
            search: UnmatchedSearch(
                person: Person.ID(bits: 8), query: "\"Selam\"", found: []),
            kept: OperationID(bits: 7))
    }
}
