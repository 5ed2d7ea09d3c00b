import Courses
import Localisation

/// A form by which something is made or changed, with what is wrong beside the fields.
struct SetupFormPage: Page {
    static let template = "setup-form"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let introText: String?
    let doneText: String?
    /// Nil when nothing is wrong.
    let faultTitle: String?
    let faults: [SetupFaultLine]
    let action: String
    let hidden: [HiddenField]
    let parts: [SetupPart]
    let preview: SetupPreview?
    let buttons: [SetupButton]
    let cancelLabel: String
    let sections: [SetupSection]
}

struct SetupFaultLine: Sendable {
    /// Of the field; nil for what is wrong with the whole.
    let href: String?
    let text: String
}

/// Fields that belong together; folded ones stay behind their title until they are opened.
struct SetupPart: Sendable {
    var title: String?
    var lead: String?
    var isFolded = false
    var isOpen = false
    let fields: [SetupField]
}

struct SetupField: Sendable {
    let id: String
    let name: String
    let label: String
    let help: String?
    let fault: String?
    let value: String
    /// The ids of help and fault.
    let described: String?
    /// What is stored, where somebody changed it meanwhile to something else than was typed.
    let now: String?
    var isTick = false
    var isChosen = false
    var input: SetupInput?
    var area: SetupArea?
    var select: SetupSelect?
}

struct SetupInput: Sendable {
    let type: String
    let direction: String
    /// Which keys a phone shows; nil for all.
    let mode: String?
}

struct SetupArea: Sendable {
    let rows: Int
    let language: String?
    let direction: String
}

struct SetupSelect: Sendable {
    let options: [SetupOption]
}

/// What would be done.
struct SetupPreview: Sendable {
    let title: String
    let lines: [TextLine]
    let skippedTitle: String?
    let skipped: [TextLine]
}

struct SetupButton: Sendable {
    let kind: String
    let value: String
    let label: String
}

struct SetupOption: Sendable {
    let value: String
    let label: String
    let isChosen: Bool
}
