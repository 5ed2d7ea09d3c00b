import Courses
import Desk
import Localisation

/// Two persons side by side: who is kept, what would move and what stands in the way.
struct MergePage: Page {
    static let template = "merge"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let introText: String
    let notice: MergeLine?
    let keptLegend: String
    let sides: [MergeSideCard]
    let one: String
    let other: String
    let shown: String
    let basis: String
    let showLabel: String
    let obstacles: MergeLines?
    let effect: MergeLines?
    let confirm: MergeConfirm?
    /// Where somebody said that the two are not the same.
    let distinction: MergeLine?
}

struct MergeLine: Sendable {
    let text: String
}

struct MergeLines: Sendable {
    let heading: String
    let lines: [MergeLine]
}

/// Only where nothing stands in the way.
struct MergeConfirm: Sendable {
    let reason: ReasonField
    let cancelLabel: String
    let submitLabel: String
}

struct MergeSideCard: Sendable {
    let id: String
    let isKept: Bool
    let name: String
    let otherName: String?
    let lines: [MergeLine]
}

extension MergePage {
    /// - Parameters:
    ///   - preview: with whoever is to be kept.
    ///   - one: who stands first on the page, whoever is kept.
    ///   - hasChanged: what was shown before is no longer so.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, preview: MergePreview,
        one: Person.ID, reasons: [Reason] = [], hasChanged: Bool = false
    ) {
        heading = visitor.say(Message("merge.title"))
        self.layout = layout(heading)
        let isUnmatched = preview.other.isUnmatched
        backHref = isUnmatched ? "/people/unmatched" : "/people/duplicates"
        backText = visitor.say(
            isUnmatched ? Message("unmatched.title") : Message("duplicates.title"))
        introText = visitor.say(Message("merge.intro"))
        notice =
            hasChanged ? MergeLine(text: visitor.say(Message("error.mergeChangedSince"))) : nil
        keptLegend = visitor.say(Message("merge.kept"))
        let kept = preview.kept
        let sides = kept.person.id == one ? [kept, preview.other] : [preview.other, kept]
        self.sides = sides.map { side in
            MergeSideCard(side, isKept: side.person.id == kept.person.id, visitor: visitor)
        }
        self.one = sides[0].person.id.description
        other = sides[1].person.id.description
        shown = kept.person.id.description
        basis = preview.basis
        showLabel = visitor.say(Message("merge.show"))
        obstacles =
            preview.obstacles.isEmpty
            ? nil
            : MergeLines(
                heading: visitor.say(Message("merge.obstacles")),
                lines: preview.obstacles.map { MergeLine(text: visitor.say($0.message)) })
        effect =
            preview.obstacles.isEmpty
            ? MergeLines(
                preview.effect, to: kept.person, visitor: visitor,
                warnings: preview.effect.warnings) : nil
        confirm = preview.obstacles.isEmpty ? MergeConfirm(reasons, visitor: visitor) : nil
        distinction =
            preview.obstacles.contains(.saidDistinct)
            ? MergeLine(text: visitor.say(Message("merge.mayBeSame"))) : nil
    }
}

extension MergeConfirm {
    fileprivate init(_ reasons: [Reason], visitor: Visitor) {
        reason = ReasonField(
            Message("merge.reason"), offered: reasons, given: nil, for: visitor)
        cancelLabel = visitor.say(Message("merge.cancel"))
        submitLabel = visitor.say(Message("merge.submit"))
    }
}

extension MergeLines {
    /// - Parameter warnings: come last.
    init(
        _ effect: MergeEffect, to kept: Person, visitor: Visitor, warnings: [Message] = []
    ) {
        let name = ShownName(kept.name, visitor: visitor).first
        heading = visitor.say(Message("merge.effect", ["person": .text(name)]))
        let messages = effect.messages
        lines = (messages.isEmpty ? [Message("merge.nothing")] : messages + warnings)
            .map { MergeLine(text: visitor.say($0)) }
    }
}

extension MergeSideCard {
    init(_ side: MergeSide, isKept: Bool, visitor: Visitor) {
        let shown = ShownName(side.person.name, visitor: visitor)
        id = side.person.id.description
        self.isKept = isKept
        name = shown.first
        otherName = shown.other
        lines = side.messages(visitor).map { MergeLine(text: visitor.say($0)) }
    }
}

extension MergeSide {
    fileprivate func messages(_ visitor: Visitor) -> [Message] {
        let names = otherNames.flatMap { name in
            [ShownName(name, visitor: visitor)].flatMap { [$0.first, $0.other] }
        }.compactMap(\.self)
        return [
            isUnmatched ? Message("merge.sideUnmatched") : nil,
            hasAccount ? Message("merge.sideAccount") : nil,
            birthYear.map { Message("people.born", ["year": .text(String($0))]) },
            names.isEmpty ? nil : Message("merge.sideNames", ["names": .list(names)]),
            externalIDs.isEmpty
                ? nil : Message("merge.sideIDs", ["ids": .list(externalIDs)]),
            identifiers.isEmpty
                ? nil : Message("merge.sideNumbers", ["count": .number(identifiers.count)]),
            contacts == 0 ? nil : Message("merge.sideContacts", ["count": .number(contacts)]),
            Message("merge.sideMarks", ["count": .number(marks)]),
        ].compactMap(\.self) + enrolments.map { $0.message(visitor) }
    }
}

extension MergeEnrolment {
    fileprivate func message(_ visitor: Visitor) -> Message {
        let step = Argument.text(visitor.say(step.word))
        guard !groups.isEmpty else {
            return Message("merge.sideEnrolment", ["round": .text(round), "step": step])
        }
        return Message(
            "merge.sideGroups",
            ["round": .text(round), "step": step, "groups": .list(groups)])
    }
}

extension EnrolmentStep {
    fileprivate var word: Message {
        switch self {
        case .applied: Message("command.step.applied")
        case .waitlisted: Message("command.step.waitlisted")
        case .offered: Message("command.step.offered")
        case .declined: Message("command.step.declined")
        case .placed: Message("command.step.placed")
        case .withdrawn: Message("command.step.withdrawn")
        }
    }
}
