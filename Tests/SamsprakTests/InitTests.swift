import Foundation
import Testing

@Suite struct InitTests {
    @Test func `a new database has a key beside it and one administrator`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let made = try shell.json(
            "init", "--template", "parent-support", "--user", "anna", "--given", "Anna",
            "--family", "Berg", "--municipality", "0428")
        #expect(made["user"] == "anna")
        #expect(made["programme"] == "parent-support")
        #expect(made["database"] == "samsprak.sqlite")
        #expect(made["password"].text.count == 19)
        #expect(made["grants"][0]["role"] == "administrator")
        let key = shell.folder.appending(path: "samsprak.sqlite.key").path
        let attributes = try FileManager.default.attributesOfItem(atPath: key)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let users = try shell.json("user", "list")["users"]
        #expect(users.list.count == 1)
        #expect(users[0]["name"] == "Anna Berg")
        #expect(try shell.json("programme", "list")["programmes"][0]["rules"]["sessions"] == 11)
    }

    @Test func `a password that is given is not printed`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let outcome = try shell.run(
            ["init", "--password-file", "-"], input: "korrekt häst batteri\n")
        #expect(outcome.status == 0)
        #expect(!outcome.output.contains("häst"))
        #expect(!outcome.output.contains("Lösenord"))
    }

    @Test func `nothing that exists is written over`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        #expect(try shell.run(["init"]).status == 0)
        #expect(try shell.failure("init") == ["73", "conflict", "databaseExists"])
    }

    @Test func `a wrong municipality, template or password makes no database`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        #expect(
            try shell.failure("init", "--municipality", "42")
                == ["65", "invalid", "municipalityMalformed"])
        #expect(
            try shell.failure("init", "--template", "swimming")
                == ["65", "invalid", "templateUnknown"])
        try shell.write("short\n", to: "password")
        #expect(
            try shell.failure("init", "--password-file", "password")
                == ["65", "invalid", "passwordTooShort"])
        #expect(try shell.failure("round", "list") == ["66", "notFound", "databaseMissing"])
    }

    @Test func `the environment names the database, and the option goes before it`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let environment = ["SAMSPRAK_DATABASE": "one.sqlite"]
        #expect(try shell.run(["init"], environment: environment).status == 0)
        #expect(try shell.run(["round", "list"], environment: environment).status == 0)
        let other = try shell.run(
            ["round", "list", "--database", "two.sqlite"], environment: environment)
        #expect(other.status == 66)
    }
}
