import Courses
import Desk
import Localisation

/// Every word that the phone's script may show, finished: where a number stands in it, for each
/// number.
struct PhoneWords {
    private let localiser: Localiser
    private let numbers: [String]

    /// More than a leader can have waiting; what exceeds it shows the last.
    static let counts = 0...200

    init(_ localiser: Localiser) {
        self.localiser = localiser
        numbers = Self.counts.map { localiser.number($0) }
    }

    var json: String {
        var writer = WireWriter()
        writer.object { writer in
            for (name, message) in Self.sentences { writer.field(name, localiser(message)) }
            for (name, message) in Self.counted {
                let sentence = CountedSentence(
                    Self.counts.map { localiser(message($0)) }, numbers: numbers)
                writer.object(name) { sentence.write(to: &$0) }
            }
            writer.array("numbers") { writer in numbers.forEach { writer.element($0) } }
            writer.object("values") { write(values: &$0) { $0 } }
            writer.object("mine") { write(values: &$0) { mine($0) } }
            writer.object("theirs") { write(values: &$0) { theirs($0) } }
            writer.object("kept") { writer in
                for rule in KeptRule.allCases {
                    writer.field(rule.rawValue, localiser(rule.message))
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func write(values writer: inout WireWriter, as shown: (String) -> String) {
        for (name, message) in Self.values { writer.field(name, shown(localiser(message))) }
    }

    private func mine(_ value: String) -> String {
        localiser(Message("phone.mine", ["value": .text(value)]))
    }

    private func theirs(_ value: String) -> String {
        localiser(Message("phone.theirs", ["value": .text(value)]))
    }

    private static let sentences: [(String, Message)] = [
        ("sent", Message("phone.sent")), ("notSaved", Message("phone.notSaved")),
        ("noNetwork", Message("phone.noNetwork")),
        ("signInToSend", Message("phone.signInToSend")),
        ("refused", Message("phone.refused")), ("busy", Message("phone.busy")),
        ("captive", Message("phone.captive")), ("otherAccount", Message("phone.otherAccount")),
        ("threeDays", Message("phone.threeDays")), ("sendNow", Message("phone.sendNow")),
        ("export", Message("phone.export")), ("undo", Message("phone.undo")),
        ("stay", Message("phone.stay")), ("reviewTitle", Message("phone.reviewTitle")),
        ("conflict", Message("phone.conflict")), ("mineOther", Message("phone.mineOther")),
        ("theirsOther", Message("phone.theirsOther")), ("takeBack", Message("phone.takeBack")),
        ("leaveIt", Message("phone.leaveIt")),
        ("signOutTitle", Message("phone.signOutTitle")),
        ("exportAndLeave", Message("phone.exportAndLeave")),
        ("signOutNoNetwork", Message("phone.signOutNoNetwork")),
        ("statusLabel", Message("phone.statusLabel")), ("signIn", Message("signIn.submit")),
        ("signOut", Message("page.signOut")), ("guest", Message("register.guest")),
        ("signOff", Message("register.signOff")),
        ("signOffTitle", Message("register.signOffTitle")),
        ("signOffText", Message("register.signOffText")),
        ("notHeldReason", Message("register.notHeldReasonMissing")),
        ("reasonMissing", Message("register.reasonMissing")),
    ]

    private static let counted: [(String, @Sendable (Int) -> Message)] = [
        ("saved", { Message("phone.saved", ["count": .number($0)]) }),
        ("held", { Message("phone.held", ["count": .number($0)]) }),
        ("signOutText", { Message("phone.signOutText", ["count": .number($0)]) }),
        ("unmarked", { Message("register.unmarked", ["count": .number($0)]) }),
    ]

    private static let values: [(String, Message)] = [
        ("present", Message("register.present")), ("notified", Message("register.notified")),
        ("unnotified", Message("register.unnotified")),
        ("excused", Message("register.excused")), ("", Message("register.none")),
    ]
}
