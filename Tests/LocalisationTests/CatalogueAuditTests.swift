import Courses
import Testing

@testable import Localisation

/// Each check of the catalogues catches the fault that it is there for.
@Suite struct CatalogueAuditTests {
    private let swedish = [
        "list.count": "{count, plural, one {# person} other {# personer}} i {group}"
    ]
    private let arabic = [
        "list.count":
            "{count, plural, zero {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} "
            + "other {# شخص}} في {group}"
    ]
    private let code = #"""
        // Message("in.comment")
        let said = Message(
            "list.count", ["count": .number(people.count), "group": .text(names["a, b"] ?? "")])
        let argument: Argument = .text("no key")
        let other = Argument.text("no key") + Self.text(native) + row.text(column)
        """#

    private func catalogue(
        _ language: Language, _ messages: [String: String], notes: [String: Catalogue.Note]? = nil
    ) -> Catalogue {
        let note = Catalogue.Note(description: "d", audience: .leader, reviewed: false)
        return Catalogue(
            language: language, messages: messages,
            notes: notes ?? messages.mapValues { _ in note })
    }

    private func faults(
        code: String? = nil, template: String = "", swedish: [String: String]? = nil,
        arabic: [String: String]? = nil
    ) -> Set<CatalogueFault> {
        var uses = MessageUses()
        uses.scan(swift: code ?? self.code, file: "A.swift")
        uses.scan(template: template, file: "a.mustache")
        return CatalogueAudit(
            uses: uses,
            catalogues: [
                .swedish: catalogue(.swedish, swedish ?? self.swedish),
                .arabic: catalogue(.arabic, arabic ?? self.arabic),
            ], names: ["Samspråk"]
        ).faults()
    }

    @Test func `what agrees has no fault`() {
        #expect(faults() == [])
    }

    @Test func `a key that a catalogue lacks is missing`() {
        #expect(faults(arabic: [:]) == [.missing(key: "list.count", .arabic)])
        #expect(
            faults(code: code + #"; localiser.text("no.such")"#)
                == [.missing(key: "no.such", .swedish)])
        #expect(
            faults(template: "<p>\n{{#text}}no.such{{/text}}</p>")
                == [.missing(key: "no.such", .swedish)])
    }

    @Test func `a key that nobody uses is told`() {
        #expect(faults(code: "") == [.unused(key: "list.count")])
    }

    @Test func `a key in another catalogue only is extra`() {
        let more = arabic.merging(["old.key": "قديم"]) { $1 }
        #expect(faults(arabic: more) == [.extra(key: "old.key", .arabic)])
    }

    @Test(arguments: [
        #"Message("list.count", ["count": 1, "grupp": "A"])"#,
        #"Message("list.count", ["count": 1])"#, #"localiser.text("list.count")"#,
        #"Message("list.count", ["count": 1, "group": "A", "more": "B"])"#,
    ])
    func `code that names other arguments is told`(code: String) {
        #expect(
            faults(code: code) == [.useArguments(key: "list.count", file: "A.swift", line: 1)])
    }

    @Test func `arguments may stand in a constant before`() {
        let right = #"let all: [String: Argument] = ["count": 1, "group": "A"]; "#
        let wrong = #"let all = ["count": .number(1)]; "#
        let use = #"Message("list.count", all)"#
        #expect(faults(code: wrong + right + use) == [])
        #expect(
            faults(code: right + wrong + use) == [
                .useArguments(key: "list.count", file: "A.swift", line: 1)
            ])
    }

    @Test func `text where a plural counts is told`() {
        let code = #"Message("list.count", ["count": .text("3"), "group": "A"])"#
        #expect(
            faults(code: code) == [
                .notCountable(key: "list.count", argument: "count", file: "A.swift", line: 1)
            ])
    }

    @Test(arguments: [
        #"Message("list.\(kind)")"#, "Message(key)", #"Message("list.count", arguments)"#,
        #"localiser.text(key)"#,
    ])
    func `a key or names that cannot be read are told`(use: String) {
        #expect(faults(code: code + "\n" + use) == [.unreadable(file: "A.swift", line: 6)])
    }

    @Test func `a message with other arguments than the Swedish one is told`() {
        let other = arabic.mapValues { $0.replacing("{group}", with: "{grupp}") }
        #expect(faults(arabic: other) == [.arguments(key: "list.count", .arabic)])
    }

    @Test func `a plural branch that the language needs is missed, =0 or not`() {
        let without = arabic.mapValues { $0.replacing("zero {لا أحد}", with: "=0 {لا أحد}") }
        #expect(faults(arabic: without) == [.missingBranch(key: "list.count", .arabic, "zero")])
    }

    @Test func `a plural branch that the language has not is unknown`() {
        let more = swedish.mapValues { $0.replacing("one {", with: "few {x} one {") }
        #expect(faults(swedish: more) == [.unknownBranch(key: "list.count", .swedish, "few")])
    }

    @Test func `a pattern that ICU refuses is told`() {
        let broken = ["list.count": "{count, plural, one {#}} {group}"]
        #expect(faults(arabic: broken).contains(.wrongPattern(key: "list.count", .arabic)))
    }

    @Test func `a message without its notes is told`() {
        let audit = CatalogueAudit(
            uses: MessageUses(), catalogues: [.swedish: catalogue(.swedish, swedish, notes: [:])])
        #expect(
            audit.faults() == [
                .unused(key: "list.count"), .noDescription(key: "list.count"),
                .noAudience(key: "list.count"), .noReviewed(key: "list.count", .swedish),
            ])
    }

    @Test func `Swedish words in another catalogue are untranslated and in the wrong script`() {
        let code = #"Message("a.b")"#
        #expect(
            faults(code: code, swedish: ["a.b": "Närvaro"], arabic: ["a.b": "Närvaro"])
                == [
                    .untranslated(key: "a.b", .arabic),
                    .wrongScript(key: "a.b", .arabic, "Närvaro"),
                ])
        #expect(
            faults(code: code, swedish: ["a.b": "Samspråk"], arabic: ["a.b": "Samspråk"]) == [])
    }

    @Test func `a Latin word among Arabic ones is told`() {
        let mixed = arabic.mapValues { $0.replacing("شخصان", with: "two persons") }
        #expect(
            faults(arabic: mixed) == [
                .wrongScript(key: "list.count", .arabic, "two"),
                .wrongScript(key: "list.count", .arabic, "persons"),
            ])
    }
}
