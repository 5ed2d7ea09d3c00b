import Courses
import Desk
import Localisation

/// What a form's fields are filled with: what was typed, else what is stored.
struct SetupFilling: Sendable {
    let visitor: Visitor
    let today: LocalDate
    /// Nil while nothing was submitted.
    var typed: Form?
    var faults: [SetupFault] = []
    /// Somebody changed it meanwhile: each field tells what is stored now.
    var isConflict = false

    init(_ visitor: Visitor, today: LocalDate, faults: [SetupFault] = []) {
        self.visitor = visitor
        self.today = today
        self.faults = faults
    }

    func say(_ message: Message) -> String { visitor.say(message) }

    func value(_ name: String, _ stored: String) -> String { typed?[name] ?? stored }

    func line(
        _ name: String, _ label: Message, _ stored: String, help: Message? = nil,
        type: String = "text", direction: String = "auto", mode: String? = nil
    ) -> SetupField {
        var field = field(name, label, stored, help: help)
        field.input = SetupInput(type: type, direction: direction, mode: mode)
        return field
    }

    func number(
        _ name: String, _ label: Message, _ stored: Int?, help: Message? = nil
    ) -> SetupField {
        line(
            name, label, stored.map(String.init) ?? "", help: help, direction: "ltr",
            mode: "numeric")
    }

    func date(
        _ name: String, _ label: Message, _ stored: LocalDate?, help: Message? = nil
    ) -> SetupField {
        line(
            name, label, stored?.description ?? "", help: help, type: "date", direction: "ltr")
    }

    func time(_ name: String, _ label: Message, _ stored: LocalTime?) -> SetupField {
        line(name, label, stored?.description ?? "", type: "time", direction: "ltr")
    }

    func area(
        _ name: String, _ label: Message, _ stored: String, help: Message? = nil
    ) -> SetupField {
        var field = field(name, label, stored, help: help)
        field.area = SetupArea(rows: 4, language: nil, direction: "auto")
        return field
    }

    func tick(_ name: String, _ label: Message, isChosen: Bool = false) -> SetupField {
        var field = field(name, label, isChosen ? "1" : "")
        field.isTick = true
        field.isChosen = typed.map { $0[name] != nil } ?? isChosen
        return field
    }

    /// - Parameter options: by what is sent and what is shown.
    func select(
        _ name: String, _ label: Message, _ stored: String, _ options: [(String, String)],
        help: Message? = nil
    ) -> SetupField {
        let shown = options.first { $0.0 == stored }?.1
        var field = field(name, label, stored, shown: shown, help: help)
        field.select = SetupSelect(
            options: options.map {
                SetupOption(value: $0.0, label: $0.1, isChosen: $0.0 == field.value)
            })
        return field
    }

    /// A list to choose from, where there is one, and a line for words of one's own.
    func reason(_ label: Message, offered: [Reason]) -> [SetupField] {
        guard !offered.isEmpty else {
            return [line("reason", label, "", help: Message("board.reasonHelp"))]
        }
        let listed = offered.map { ($0.code, visitor.localiser.words($0.listed)) }
        return [
            select("reason.listed", label, "", [("", "–")] + listed),
            line("reason", Message("reason.other"), "", help: Message("board.reasonHelp")),
        ]
    }

    /// One text in each language that has a catalogue.
    ///
    /// - Parameter isLine: whether it takes one line.
    func texts(
        _ prefix: String, _ title: Message, _ stored: WrittenText, isLine: Bool = false
    ) -> SetupPart {
        let fields = Language.catalogue.map { language in
            var field = field(
                "\(prefix).\(language.rawValue)", nil, stored.texts[language] ?? "",
                label: language.endonym)
            field.area = SetupArea(
                rows: isLine ? 1 : 3, language: language.rawValue,
                direction: language.direction.rawValue)
            return field
        }
        return SetupPart(
            title: say(title), lead: say(Message("setup.textHelp")), isFolded: true,
            isOpen: fields.contains { $0.fault != nil || $0.now != nil }, fields: fields)
    }

    private func field(
        _ name: String, _ label: Message?, _ stored: String, label text: String = "",
        shown: String? = nil, help: Message? = nil
    ) -> SetupField {
        let value = value(name, stored)
        let fault = faults.first { $0.field == name }?.text
        let id = "f-" + name.replacing(".", with: "-")
        let ids = [
            help == nil ? nil : id + "-help", fault == nil ? nil : id + "-fault",
        ].compactMap(\.self)
        var now: String?
        if isConflict, value != stored {
            let shown = shown ?? (stored.isEmpty ? "–" : stored)
            now = say(Message("setup.now", ["value": .text(shown)]))
        }
        return SetupField(
            id: id, name: name, label: label.map(say) ?? text, help: help.map(say),
            fault: fault, value: value,
            described: ids.isEmpty ? nil : ids.joined(separator: " "), now: now)
    }
}

/// What is wrong with a field; without one, with the whole.
struct SetupFault: Sendable {
    let field: String?
    let text: String
}
