import Courses
import Desk
import Localisation

/// What a merge did, with the button that takes it back.
struct MergedPage: Page {
    static let template = "merged"

    let layout: Layout
    let backText: String
    let heading: String
    let notice: MergeLine
    let fault: MergeLines?
    let effect: MergeLines
    let after: MergeSides?
    let undo: DeviceButton?
}

/// Both as they would be if the merge were undone.
struct MergeSides: Sendable {
    let heading: String
    let sides: [MergeSideCard]
}

extension MergedPage {
    /// - Parameters:
    ///   - parted: both as they would be if it were undone; nil where it can't be.
    ///   - fault: why it can't be undone, one line each.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, merged: MergedPeople,
        parted: [MergeSide]? = nil, fault: [Message] = []
    ) {
        heading = visitor.say(Message("merge.doneTitle"))
        self.layout = layout(heading)
        backText = visitor.say(Message("duplicates.title"))
        let name = ShownName(merged.kept.name, visitor: visitor).first
        notice = MergeLine(
            text: visitor.say(
                merged.isUndone
                    ? Message("merge.undone")
                    : Message("merge.done", ["person": .text(name)])))
        self.fault =
            fault.isEmpty
            ? nil
            : MergeLines(
                heading: visitor.say(Message("merge.cannotUndo")),
                lines: fault.map { MergeLine(text: visitor.say($0)) })
        effect = MergeLines(merged.effect, to: merged.kept, visitor: visitor)
        after = parted.map { sides in
            MergeSides(
                heading: visitor.say(Message("merge.afterUndo")),
                sides: sides.map { MergeSideCard($0, isKept: false, visitor: visitor) })
        }
        undo =
            merged.isUndone
            ? nil
            : DeviceButton(
                action: "/people/merges/\(merged.operation)/undo",
                label: visitor.say(Message("merge.undo")))
    }
}
