import GRDB
import Testing

@Suite struct DevicesTests {
    @Test func `the operator sees where a user is signed in, and signs them out`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let service = try Service(shell, "serve")
        let clients = try (1...2).map { _ in
            try Client(service, user: "anna", password: "ett långt lösenord")
        }
        let devices = try shell.json("user", "devices", "anna")["devices"]
        let id = devices[0]["id"].text
        #expect(devices[0]["browser"].text == "other")
        #expect(try shell.json("user", "sign-out", "anna", "--device", id)["devices"] == .number(1))
        #expect(try clients.map { try $0.get("/devices").status }.sorted() == [200, 303])
        #expect(
            try shell.failure("user", "sign-out", "anna", "--device", id)
                == ["66", "notFound", "unknownDevice"])
        #expect(try shell.json("user", "sign-out", "anna")["devices"] == .number(1))
        #expect(try clients.map { try $0.get("/devices").status } == [303, 303])
        #expect(try shell.text("user", "devices", "anna").contains("Ingen enhet är inloggad."))
    }

    @Test func `each opening of a call list is recorded, and the list is nowhere else`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let service = try Service(world.shell, "serve")
        let client = try Client(service, user: "anna", password: "ett långt lösenord")
        let database = Database(world.shell)
        let group = try #require(
            try database.read { db in
                try String.fetchOne(
                    db, sql: "SELECT public_id FROM course_group WHERE name = 'Arabiska A'")
            })
        for _ in 1...2 {
            let page = try client.get("/groups/\(group)/calls")
            #expect(page.body.contains("tel:+46701234567"))
            #expect(page.head.lowercased().contains("cache-control: no-store"))
        }
        let recorded = try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT resource, resource_id, rows, actor_id IS NOT NULL AS by_person
                    FROM audit WHERE deed = 'readCallList'
                    """
            ).map(\.description)
        }
        let expected = #"[resource:"group" resource_id:"\#(group)" rows:2 by_person:1]"#
        #expect(recorded == [expected, expected])
        let page = try client.get("/groups/\(group)")
        #expect(page.status == 200 && !page.body.contains("46701234567"))
    }

    @Test func `files for TLS that can't be used are refused before anything is served`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        try world.shell.write("nothing", to: "a.pem")
        #expect(
            try world.shell.failure(
                "serve", "--certificate", "a.pem", "--private-key", "none.pem")
                == ["66", "notFound", "privateKeyMissing"])
        #expect(
            try world.shell.failure("serve", "--certificate", "a.pem", "--private-key", "a.pem")
                == ["65", "invalid", "certificateUnreadable"])
        #expect(
            try world.shell.run(["serve", "--certificate", "a.pem"]).status == 64)
        #expect(
            try world.shell.run(["serve", "--proxy-scheme-header", "X-A"]).status == 64)
    }
}
