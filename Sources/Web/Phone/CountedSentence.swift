import Desk

/// A sentence for each count in a row, in little room: a language has a few forms of it, and only
/// the number in them differs.
struct CountedSentence {
    private(set) var forms: [String] = []
    /// Which form each count takes.
    private(set) var form: [Int] = []

    /// Where the number stands; no message has it.
    static let place = "\u{FFFC}"

    /// - Parameter numbers: how each count is written.
    init(_ sentences: [String], numbers: [String]) {
        for (sentence, number) in zip(sentences, numbers) {
            let text = sentence.replacing(number, with: Self.place)
            let known = forms.firstIndex(of: text)
            if known == nil { forms.append(text) }
            form.append(known ?? forms.count - 1)
        }
    }

    func write(to writer: inout WireWriter) {
        writer.array("forms") { writer in forms.forEach { writer.element($0) } }
        writer.array("form") { writer in form.forEach { writer.element($0) } }
    }
}
