import Courses
import Testing

@Suite struct ReasonTextTests {
    private func read(_ text: String) -> ReasonText { ReasonText(text) { _ in true } }

    @Test(
        arguments: [
            ("moved", "moved", nil), ("moved: till Flen", "moved", "till Flen"),
            (" moved :till Flen", "moved", "till Flen"), ("Flyttat", nil, "Flyttat"),
            ("till Flen: moved", nil, "till Flen: moved"), (": Flyttat", nil, ": Flyttat"),
            (":moved", nil, ":moved"), (": moved", nil, "moved"),
            (": moved: bort", nil, "moved: bort"),
        ] as [(String, String?, String?)])
    func `a text names a code, or says outright that it names none`(
        _ text: String, _ code: String?, _ words: String?
    ) {
        #expect(read(text) == ReasonText(code: code, words: words))
    }

    @Test(arguments: [
        "moved", "moved: till Flen", " moved : till Flen", "work:", "sjuk", "3", "-", ": moved",
        ": : moved", ": Flyttat", ":moved", ":", "Flyttat", "till Flen: moved", "a b", "ﬁ: x", "",
    ])
    func `somebody's own words are no code whatever they begin with`(_ words: String) {
        let text = ReasonText.free(words)
        #expect(read(text) == ReasonText(code: nil, words: words.isEmpty ? nil : words))
        #expect(ReasonText.plain(text) == words)
    }

    @Test func `words that no code could begin are sent as they are`() {
        #expect(ReasonText.free("Flyttat till Flen: nytt jobb") == "Flyttat till Flen: nytt jobb")
        #expect(ReasonText.free(": Flyttat") == ": Flyttat")
        #expect(ReasonText.free("work: sjuk") == ": work: sjuk")
    }

    @Test(arguments: ["till Flen", "exam: x", ": moved", "moved"])
    func `words beside a code are read as they were written`(_ words: String) {
        let text = ReasonText(code: "work", words: ReasonText.free(words))
        #expect(read(text.text ?? "").ownWords == words)
    }

    @Test func `beside a code and another one, words are still words`() {
        let first = read(
            ReasonText(code: "work", words: "told-later: " + ReasonText.free("exam: x")).text ?? "")
        #expect(first.code == "work")
        let second = read(first.words ?? "")
        #expect(second.code == "told-later")
        #expect(second.ownWords == "exam: x")
    }
}
