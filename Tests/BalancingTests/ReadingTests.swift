import Balancing
import Courses
import Testing

@Suite struct ReadingTests {
    private func read(_ text: String) throws(DocumentError) -> Problem {
        try Problem.read(json: Array(text.utf8))
    }

    private func faults(_ text: String) -> [DocumentFault] {
        do {
            _ = try read(text)
            return []
        } catch {
            return error.faults
        }
    }

    @Test func `the format is read, and what may be left out has its usual value`() throws {
        let problem = try read(
            """
            {"version": 1,
             "groups": [{"id": "g", "languages": ["ar"], "interpretedInto": ["so"], "min": 2,
                         "max": 16, "slot": "tue-17:30", "childcarePlaces": 4, "openTo": "women",
                         "closed": true},
                        {"id": "h", "languages": ["so"], "max": 3, "slot": null}],
             "parties": [{"id": "p", "members": [
                            {"id": "m", "languages": ["ar", "so"], "gender": "woman"}],
                          "interpreterOk": true, "slots": ["tue-17:30"], "childcare": 2,
                          "waitingDays": 30, "priority": -1, "currentGroup": "g",
                          "lockedTo": "h", "unlocked": true},
                         {"id": "q", "members": [{"id": "n", "languages": []}]}],
             "apart": [["p", "q"]]}
            """)
        #expect(
            problem
                == Problem(
                    groups: [
                        Problem.Group(
                            id: "g", languages: [.arabic], interpretedInto: [.somali], min: 2,
                            max: 16, slot: "tue-17:30", childcarePlaces: 4, openTo: .women,
                            closed: true),
                        Problem.Group(id: "h", languages: [.somali], max: 3),
                    ],
                    parties: [
                        Problem.Party(
                            id: "p",
                            members: [
                                Problem.Member(
                                    id: "m", languages: [.arabic, .somali], gender: .woman)
                            ],
                            interpreterOk: true, slots: ["tue-17:30"], childcare: 2,
                            waitingDays: 30, priority: -1, currentGroup: "g", lockedTo: "h",
                            unlocked: true),
                        Problem.Party(
                            id: "q", members: [Problem.Member(id: "n", languages: [])]),
                    ],
                    apart: [Problem.Apart("p", "q")]))
    }

    @Test func `broken JSON gives line, column and path`() {
        let text = """
            {"version": 1, "groups": [],
             "parties": [{"id": "p", "members": [{"id" "m"}]}]}
            """
        #expect(
            faults(text) == [
                DocumentFault(
                    kind: .notJSON, line: 2, column: 44, path: "parties[0].members[0].id")
            ])
    }

    @Test func `everything that is wrong is told at once`() {
        let text = """
            {"version": 2,
             "groups": [{"id": 7, "languages": "ar", "max": -1, "openTo": "girls"}, 3],
             "parties": [{"members": [], "priority": 1.5, "priority": 2, "unlocked": "no"}],
             "apart": [["a"]]}
            """
        let told = faults(text).map { "\($0.line) \($0.path) \($0.code)" }
        #expect(
            told == [
                "1 version unknownValue", "2 groups[0].id notText",
                "2 groups[0].languages notAList", "2 groups[0].max outOfRange",
                "2 groups[0].openTo unknownValue", "2 groups[1] notAnObject",
                "3 parties[0].id missing", "3 parties[0].priority namedTwice",
                "3 parties[0].priority notAWholeNumber", "3 parties[0].unlocked notTrueOrFalse",
                "4 apart[0] notAPair",
            ])
    }

    @Test(arguments: ["", "[]", "{", "nul", "{\"version\":1}", "{\"version\":\"1\"}"])
    func `what is no problem at all is refused`(_ text: String) {
        #expect(!faults(text).isEmpty)
    }
}
