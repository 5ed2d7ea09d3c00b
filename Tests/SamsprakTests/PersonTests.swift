import Foundation
import Testing

@Suite struct PersonTests {
    @Test func `two names are compared without a database`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let alike = try shell.json(
            "person", "compare", "فاطمة محمد علي", "Faadumo Maxamed Cali", "--born", "1980",
            "--born", "1980")
        #expect(alike["suggested"] == true)
        #expect(alike["reasons"].list.contains("otherScript"))
        #expect(alike["reasons"].list.contains("sameBirthYear"))
        #expect(alike["words"].list.count == alike["reasons"].list.count)
        let spelled = try shell.json("person", "compare", "Ali", "Aly")
        #expect(spelled["reasons"].list == ["spelledOtherwise"])
        #expect(
            try shell.json("person", "compare", "ÅSA", "Asa")["reasons"].list == ["sameSpelling"])
        let other = try shell.json("person", "compare", "Amina Hassan", "Amira Hassan")
        #expect(other["suggested"] == false)
        let years = try shell.json(
            "person", "compare", "Amina Hassan", "Amina Hassan", "--born", "1980", "--born",
            "١٩٩٠")
        #expect(years["suggested"] == false)
        #expect(years["reasons"].list.contains("otherBirthYear"))
        let text = try shell.text(
            "person", "compare", "Amina Hassan", "Amina Hassan", "--language", "en")
        #expect(text.contains("May be the same person (1.00)"))
    }

    @Test func `people are found and likely duplicates listed`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let added = try shell.json(
            "participant", "add", "--name", "Cabdiraxmaan Jaamac", "--external-id", "X-17")
        let found = try shell.json("person", "find", "Abdul", "Rahman", "Djama")
        #expect(found["people"][0]["id"] == added["id"])
        #expect(found["people"][0]["matchedOn"] == "name")
        #expect(try shell.json("person", "find", "x-17")["people"][0]["id"] == added["id"])
        let more = try shell.json("participant", "add", "--name", "Abdirahman Jama")
        let pairs = try shell.json("person", "duplicates")["duplicates"].list
        #expect(
            pairs.contains { pair in
                pair["people"].list.map { $0["id"] } == [added["id"], more["id"]]
            })
        #expect(try shell.json("person", "find", "Qqq")["people"].list.isEmpty)
        for command in [["find", "Jama"], ["duplicates"]] {
            let refused = try shell.run(
                ["person"] + command + ["--limit", "0", "--language", "sv"])
            #expect(refused.status == 64)
            #expect(refused.errors.contains("”0” går inte att använda för --limit"))
        }
    }
}
