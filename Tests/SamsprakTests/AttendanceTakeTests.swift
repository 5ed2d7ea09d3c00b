import Foundation
import Testing

@Suite struct AttendanceTakeTests {
    @Test func `a file of unsent statements is taken in once, however often it is given`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let session = try shell.json("session", "list")["sessions"][0]["id"].text
        var phone = Phone("Aminas telefon")
        let batches = [
            phone.batch([world.amina], at: session), phone.batch([world.yusuf], at: session),
        ]
        try shell.write("[\(batches.map(\.text).joined(separator: ","))]", to: "acts.json")
        let first = try shell.json("attendance", "take", "acts.json")
        #expect(first["acts"].list.map { $0["id"].text } == batches.flatMap(\.ids))
        #expect(first["acts"].list.map { $0["outcome"] } == ["accepted", "accepted"])
        #expect(first["acts"].list.map { $0["already"] } == [false, false])
        #expect(first["acts"][0]["device"] == "Aminas telefon")
        #expect(first["new"] == 2)
        let register = try shell.json("attendance", "show", session)
        #expect(register["roster"].list.map { $0["value"] } == ["present", "present"])
        let again = try shell.json("attendance", "take", "acts.json")
        #expect(again["acts"].list.map { $0["already"] } == [true, true])
        #expect(again["already"] == 2)
        #expect(try shell.json("attendance", "show", session) == register)
        let text = try shell.text("attendance", "take", "acts.json", "--language", "en")
        #expect(text.contains("Already taken in"))
    }

    @Test func `one batch is a file, and a statement that can't be read is kept`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        try shell.write(
            """
            {"version":1,"batch":"b","device":"d","sentAt":"2020-02-04T19:00:00Z","acts":[
             {"id":"x"},
             {"id":"6f1c1f0e-7b1c-4c39-9d43-0f7d3c0e9a11","seq":1,"session":"0000000000000",
              "at":"2020-02-04T17:00:00Z","kind":"signOff","base":0}]}
            """, to: "acts.json")
        let taken = try shell.json("attendance", "take", "acts.json")
        #expect(
            taken["acts"].list.map { $0["reason"] } == ["malformed", "unknownSession"])
        #expect(taken["acts"].list.map { $0["outcome"] } == ["kept", "kept"])
        #expect(try shell.json("statistics")["total"]["review"] == 2)
        let round = try shell.json("statistics", "--round", "2020-spring")
        #expect(round["total"]["review"] == 0)
    }

    @Test(arguments: [
        ("", "notActs"), ("{", "notActs"), ("PK\u{3}\u{4}", "notActs"), ("7", "notActs"),
        (#"{"version":2}"#, "unknownVersion"), ("[7]", "notActs"), (#"{"acts":[]}"#, "notActs"),
        (#"{"version":1,"batch":"b"}"#, "fieldMissing"),
    ])
    func `a file that is no such file is refused whole`(text: String, code: String) async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        try world.shell.write(text, to: "acts.json")
        #expect(
            try world.shell.failure("attendance", "take", "acts.json")
                == ["65", "invalid", code])
    }

    @Test func `a file that is not there is told`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure("attendance", "take", "nowhere.json")
                == ["66", "notFound", "fileUnreadable"])
    }

    @Test func `an old file keeps the times at which its statements were made`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let session = try shell.json("session", "list")["sessions"][1]["id"].text
        // On the day before the session: had the file's age moved it, it would count.
        try shell.write(
            """
            {"version":1,"batch":"b","device":"d","sentAt":"2020-02-10T13:00:00Z","acts":[
             {"id":"6f1c1f0e-7b1c-4c39-9d43-0f7d3c0e9a12","seq":1,"session":"\(session)",
              "at":"2020-02-10T12:00:00Z","kind":"mark","person":"\(world.amina)","base":0,
              "value":"present","mode":"onsite","role":"member"}]}
            """, to: "acts.json")
        let taken = try shell.json("attendance", "take", "acts.json")
        #expect(taken["acts"][0]["reason"] == "notYet")
    }
}
