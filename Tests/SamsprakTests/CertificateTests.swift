import Foundation
import Testing

@Suite struct CertificateTests {
    /// The small world with a round of one session, which Amina attended.
    private func ended() async throws -> SmallWorld {
        let world = try await SmallWorld.copy()
        let shell = world.shell
        _ = try shell.text(
            "programme", "add", "short", "--name", "Kort kurs", "--sessions", "1",
            "--threshold", "1")
        _ = try shell.text(
            "round", "add", "short", "--programme", "short", "--name", "Kort", "--first-day",
            "2020-02-03")
        _ = try shell.text(
            "group", "add", "Korta", "--round", "short", "--course-language", "ar",
            "--weekday", "wednesday", "--start", "17:30", "--end", "19:30")
        _ = try shell.text("place", world.amina, "--group", "short/Korta", "--from", "2020-02-03")
        _ = try shell.text(
            "session", "plan", "--group", "short/Korta", "--first", "2020-02-05", "--count", "1")
        _ = try shell.text("attendance", "mark", "short/Korta/1", world.amina, "present")
        _ = try shell.text("round", "end", "short", "--on", "2020-03-01")
        return world
    }

    @Test func `certificates are issued, listed, verified and withdrawn by command`() async throws {
        let world = try await ended()
        defer { world.shell.remove() }
        let shell = world.shell
        let due = try shell.json("certificate", "list", "--round", "short")
        #expect(due["rows"].list.map { $0["state"] } == ["due"])
        let issued = try shell.json("certificate", "issue", "--round", "short")
        let made = try #require(issued["issued"].list.first)
        let number = made["number"].text
        #expect(made["person"].text == world.amina)
        #expect(made["certifies"]["studyHours"] == 2)
        #expect(!"\(issued)".contains("Amina"))

        let typed = number.lowercased().replacing("-", with: " ")
        let found = try shell.json("certificate", "verify", typed)
        #expect(found["result"] == "valid")
        #expect(found["name"] == "Amina Haddad")
        #expect(try shell.text("certificate", "verify", number).hasPrefix("Intyget är giltigt"))

        _ = try shell.text("certificate", "withdraw", number)
        let gone = try shell.run(["certificate", "verify", number, "--json"])
        #expect(gone.status == 73)
        #expect(try gone.json()["result"] == "withdrawn")
        #expect(
            try shell.failure("certificate", "withdraw", number)
                == ["73", "conflict", "certificateNotValid"])
    }

    @Test func `a mistyped number and an unknown one have exit codes of their own`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let unknown = try world.shell.run(
            ["certificate", "verify", "0000-0000-0000", "--json"])
        #expect(unknown.status == 66)
        #expect(try unknown.json()["result"] == "unknown")
        let mistyped = try world.shell.run(
            ["certificate", "verify", "0000-0000-0001", "--json"])
        #expect(mistyped.status == 65)
        #expect(try mistyped.json()["result"] == "mistyped")
        #expect(
            try world.shell.failure("certificate", "issue", "--round", "2020-spring")
                == ["73", "conflict", "roundGoesOn"])
    }
}
