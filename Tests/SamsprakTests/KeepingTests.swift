import Foundation
import Testing

@Suite struct KeepingTests {
    @Test func `what was backed up comes back, and what was there is set aside`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let backup = try shell.json("backup", "copy.sqlite")
        #expect(backup == ["backup": "copy.sqlite", "database": "samsprak.sqlite"])
        #expect(
            try shell.failure("backup", "copy.sqlite")
                == ["73", "conflict", "databaseExists"])
        _ = try shell.text("group", "add", "C", "--round", "2020-spring", "--languages", "so")
        let restored = try shell.json("restore", "copy.sqlite")
        #expect(try shell.json("group", "list")["groups"].list.count == 2)
        let earlier = shell.folder.appending(path: restored["earlier"].text).path
        #expect(FileManager.default.fileExists(atPath: earlier))
        #expect(
            try shell.failure("restore", "nowhere.sqlite")
                == ["66", "notFound", "databaseMissing"])
    }

    @Test func `the doctor finds a small world well, and a key that others may read not`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let well = try shell.json("doctor")
        #expect(well["ok"] == true)
        #expect(well["checks"].list.count == 12)
        let key = shell.folder.appending(path: "samsprak.sqlite.key").path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        let ill = try shell.run(["doctor", "--json"])
        #expect(ill.status == 73)
        #expect(try ill.json()["ok"] == false)
    }

    @Test func `without the key nothing opens`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let key = world.shell.folder.appending(path: "samsprak.sqlite.key")
        try FileManager.default.removeItem(at: key)
        #expect(try world.shell.failure("round", "list") == ["66", "notFound", "keyMissing"])
    }
}
