import Foundation
import Testing

@Suite struct ImportTests {
    private static let list = """
        Förnamn;Efternamn;Personnummer;Språk;Telefon
        Leila;Karimi;19850716-2454;arabiska;070-111 22 33
        Sara;Ny;;klingonska;
        """

    @Test func `a trial says what the real run does, and changes nothing`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        try shell.write(Self.list, to: "list.csv")
        let arguments = ["import", "participants", "list.csv", "--round", "2020-spring"]
        let trial = try shell.run(arguments + ["--dry-run", "--json"]).json()
        #expect(try shell.json("participant", "list")["participants"].list.count == 3)
        let real = try shell.run(
            arguments + ["--rejected", "rejected.csv", "--json"]
        ).json()
        #expect(real["accepted"].list.map { $0["line"] } == [2])
        #expect(real["rejected"].list.map { $0["line"] } == [3])
        #expect(real["rejected"][0]["column"] == "Språk")
        #expect(real["rejected"] == trial["rejected"])
        #expect(real["encoding"] == "utf-8")
        #expect(real["delimiter"] == ";")
        #expect(real["refused"] == nil)
        #expect(try shell.json("participant", "list")["participants"].list.count == 4)
        let rejected = shell.folder.appending(path: "rejected.csv")
        #expect(try String(contentsOf: rejected, encoding: .utf8).contains("klingonska"))
        let again = try shell.run(arguments + ["--json"]).json()
        #expect(again["accepted"][0]["outcome"] == "unchanged")
        _ = try shell.text("undo", real["operation"].text)
        #expect(try shell.json("participant", "list")["participants"].list.count == 3)
    }

    @Test func `what somebody is called, wishes and a note are shown`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        try shell.write(
            """
            Namn;Språk;Tilltalsnamn;Prio;Önskade dagar;Önskad grupp;Anteckning
            Leila Karimi;arabiska;Leli;7;tors 17:30-19:30, tis;Arabiska B;Ring helst
            """, to: "list.csv")
        let report = try shell.json(
            "import", "participants", "list.csv", "--round", "2020-spring")
        #expect(report["ignoredColumns"] == [])
        let person = report["accepted"][0]["person"].text
        let shown = try shell.json("participant", "show", person)
        #expect(shown["preferred"] == "Leli")
        let enrolment = shown["enrolments"][0]
        #expect(enrolment["note"] == "Ring helst")
        let wishes = enrolment["wishes"]
        #expect(wishes["priority"] == 7)
        #expect(wishes["openTo"] == nil)
        #expect(wishes["slots"].list.map { $0["weekday"] } == ["thursday", "tuesday"])
        #expect(wishes["slots"][0]["start"] == "17:30")
        let text = try shell.text("participant", "show", person, "--language", "en")
        for part in [
            "Wants to be called Leli", "the group Arabiska B", "priority 7",
            "Thursday 17:30–19:30 and Tuesday", "Note for 2020-spring: Ring helst",
        ] {
            #expect(text.contains(part), "\(text)")
        }
    }

    @Test func `a file that is no list is refused whole`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        try world.shell.write("", to: "empty.csv")
        let outcome = try world.shell.run([
            "import", "participants", "empty.csv", "--json",
        ])
        #expect(outcome.status == 65)
        #expect(try outcome.json()["refused"]["reason"] == "empty")
        #expect(
            try world.shell.failure("import", "participants", "nowhere.csv")
                == ["66", "notFound", "fileUnreadable"])
    }
}
