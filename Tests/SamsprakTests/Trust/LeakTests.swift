import Foundation
import GRDB
import Testing

/// Facts 8 and 10 on the demo world, as somebody would who greps for what should not be there.
@Suite struct LeakTests {
    private static let file = "samsprak-demo.sqlite"

    @Test func `whoever greps for a secret finds it in each of its writings`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        _ = try shell.json("demo", "--no-serve")
        let secrets = try Secrets(shell, Self.file)
        #expect(secrets.numbers.count > 30 && secrets.contacts.count > 60)
        #expect(secrets.protected.count == 3 && secrets.names.count > 6)
        var planted = Data()
        for secret in secrets.all {
            for writing in Secrets.writings(of: secret) { planted += Data([1, 0]) + writing }
        }
        #expect(secrets.found(in: planted) == Set(secrets.all).sorted())
        #expect(secrets.found(in: Data("nothing of the kind".utf8)) == [])
        let last = try #require(secrets.names.last)
        for writing in Secrets.writings(of: last) {
            #expect(secrets.found(in: Data([1, 0]) + writing).contains(last))
        }
    }

    @Test func `no number, contact or protected name lies in the database, the logs or the pages`()
        throws
    {
        let shell = try Shell()
        defer { shell.remove() }
        let service = try Service(shell, "demo")
        let secrets = try Secrets(shell, Self.file)
        var pages = Data()
        var count = 0
        for user in ["layla", "selam", "rebin", "zozan", "maria", "anna"] {
            let client = try Client(service, user: user, password: try password(shell))
            for path in try paths(client, user) {
                let reply = try client.get(path)
                #expect(reply.status < 500, "\(user) \(path)")
                count += 1
                pages += Data(reply.body.utf8) + Data(reply.head.utf8)
            }
            try mark(client)
        }
        let stranger = Client(service)
        for name in secrets.names + secrets.contacts {
            #expect(try [422, 429].contains(stranger.signIn(user: name, password: "x").status))
        }
        let name = Client.encoded(secrets.names[0])
        _ = try stranger.get("/sessions/\(name)?name=\(name)")
        #expect(count > 60)
        #expect(secrets.found(in: pages) == [])
        // While the service has it open, so that the log has not been emptied into the file.
        for ending in ["", "-wal", "-shm"] {
            let data = try Data(contentsOf: shell.folder.appending(path: Self.file + ending))
            #expect(!data.isEmpty)
            #expect(secrets.found(in: data) == [], "\(ending)")
        }
        service.stop()
        let log = try service.log
        #expect(log.count > 1000)
        #expect(secrets.found(in: log) == [])
        let database = try Data(contentsOf: shell.folder.appending(path: Self.file))
        #expect(secrets.found(in: database) == [])
    }

    @Test(arguments: ["sv", "ar"])
    func `no number, contact or protected name stands in what the command prints`(
        language: String
    ) throws {
        let shell = try Shell()
        defer { shell.remove() }
        _ = try shell.json("demo", "--no-serve")
        let secrets = try Secrets(shell, Self.file)
        var printed = Data()
        func run(_ arguments: String..., mayFail: Bool = false) throws {
            for ending in [[], ["--json"]] {
                let all = arguments + ["--language", language, "--database", Self.file] + ending
                let outcome = try shell.run(all)
                #expect(mayFail || outcome.status == 0, "\(all): \(outcome.errors)")
                printed += Data((outcome.output + outcome.errors).utf8)
            }
        }
        try run("participant", "list")
        try run("leader", "list")
        try run("user", "list")
        try run("session", "list")
        try run("group", "list")
        for format in ["table", "csv", "json"] {
            try run(
                "statistics", "--by", "language,gender,group,month", "--format", format)
        }
        for round in ["2019-spring", "2019-autumn", "2020-spring"] {
            try run("participant", "list", "--round", round)
        }
        for person in secrets.protected {
            try run("participant", "show", person)
            try run(
                "place", person, "--group", "Somaliska", "--from", "2020-04-28", mayFail: true)
        }
        for session in try sessionsOfProtected(shell) { try run("attendance", "show", session) }
        #expect(printed.count > 20_000)
        #expect(secrets.found(in: printed) == [])
    }

    private func password(_ shell: Shell) throws -> String {
        try shell.json("demo", "--no-serve")["users"][0]["password"].text
    }

    /// All that somebody may look at, and some of what they may not.
    private func paths(_ client: Client, _ user: String) throws -> [String] {
        let sessions = try client.get("/api/v1/sessions").json()["sessions"].list.map {
            $0["id"].text
        }
        let shown = user == "anna" ? Array(sessions.suffix(20)) : sessions
        let groups = try client.get("/groups").body.matches(of: /\/groups\/[0-9a-z]{13}/)
            .map { String($0.output) }
        var paths = [
            "/", "/figures", "/sessions/0000000000000", "/nowhere", "/api/v1/sessions",
            "/groups", "/account", "/devices", "/users", "/calendar",
        ]
        for session in shown { paths += ["/sessions/\(session)", "/api/v1/sessions/\(session)"] }
        for session in shown.suffix(3) {
            paths += ["/sessions/\(session)/sheet?marks", "/sessions/\(session)/entry"]
        }
        for group in groups.prefix(8) { paths += [group, group + "/sheet?marks"] }
        return paths
    }

    /// Marks everybody at the last session that has a roster.
    private func mark(_ client: Client) throws {
        for session in try client.get("/api/v1/sessions").json()["sessions"].list.suffix(2) {
            let id = session["id"].text
            let roster = try client.get("/api/v1/sessions/\(id)").json()["roster"].list
            var phone = Phone("phone")
            let reply = try client.acts(
                phone.batch(roster.map { $0["person"].text }, at: id).text)
            #expect(reply.status == 200)
        }
    }

    private func sessionsOfProtected(_ shell: Shell) throws -> [String] {
        try Database(shell, Self.file).read { (db) throws in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT session.public_id FROM session
                        JOIN session_group ON session_id = session.id
                        JOIN placed USING (group_id) JOIN protected_name USING (person_id)
                    WHERE session.voided_by IS NULL
                    """)
        }
    }
}
