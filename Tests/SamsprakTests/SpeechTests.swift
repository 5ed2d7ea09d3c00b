import Testing

/// How answers look to people and to programs.
@Suite struct SpeechTests {
    @Test func `a table stands in columns in Swedish`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let text = try world.shell.text("session", "list", "--language", "sv")
        #expect(
            Self.withoutIDs(text) == """
                Beteckning     Träff         Datum       Klockslag    Läge      Väntade  Markerade
                ─────────────  ────────────  ──────────  ───────────  ────────  ───────  ─────────
                ·············  Arabiska A 1  2020-02-04  17:30–19:30  Ej tagen        2          0
                ·············  Arabiska A 2  2020-02-11  17:30–19:30  Ej tagen        2          0
                ·············  Arabiska A 3  2020-02-18  17:30–19:30  Ej tagen        2          0

                """)
    }

    @Test func `in Arabic each foreign cell is kept from turning its line`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let text = try world.shell.text("programme", "list", "--language", "ar")
        let row = try #require(text.split(separator: "\n").last)
        #expect(row.hasPrefix("\u{2068}parent-support\u{2069}"))
        #expect(row.contains("\u{2068}Föräldrastöd\u{2069}"))
        #expect(text.hasPrefix("الرمز"))
    }

    @Test func `in a pipe there is neither colour nor progress`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        for arguments in [["session", "list"], ["statistics"], ["doctor"]] {
            let outcome = try world.shell.run(arguments)
            #expect(!outcome.output.contains("\u{1B}"))
            #expect(outcome.errors.isEmpty)
        }
    }

    @Test func `errors are in the reader's language, on standard error alone`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let swedish = try world.shell.run(["round", "show", "x1"])
        #expect(swedish.status == 66)
        #expect(swedish.output.isEmpty)
        #expect(swedish.errors.hasPrefix("Det finns ingen omgång som heter x1."))
        let english = try world.shell.run(["round", "show", "x1", "--language", "english"])
        #expect(english.errors.hasPrefix("There is no round"))
        let surroundings = try world.shell.run(
            ["round", "show", "x1"], environment: ["LANG": "en_GB.UTF-8"])
        #expect(surroundings.errors == english.errors)
    }

    @Test func `a command written wrong is a matter of usage`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let text = try shell.run(["place"])
        #expect(text.status == 64)
        #expect(text.errors.contains("--group"))
        #expect(try shell.failure("no-such-command") == ["64", "usage", "usage"])
        #expect(
            try shell.failure("session", "list", "--from", "2020-02-30")
                == ["64", "usage", "usage"])
    }

    @Test(arguments: [
        (["statistics", "--by", "foo"], ["”foo”", "--by", "programme", "ageBand"]),
        (["statistics", "--byy", "round"], ["--byy", "finns inte"]),
        (["statistics", "--by"], ["--by", "behöver ett värde"]),
        (["session", "list", "--from", "2020-02-30"], ["”2020-02-30”", "--from"]),
        (["place"], ["--group", "saknas"]),
        (["no-such-command"], ["no-such-command"]),
        (["doctor", "one", "two"], ["one", "two"]),
        (
            ["group", "add", "A", "--round", "r", "--course-language", "ar", "--open-to", "x"],
            ["”x”", "women", "men"]
        ),
        (["serve", "--port", "70000"], ["65535"]),
        (
            ["serve", "--certificate", "a", "--private-key", "a", "--proxy-header", "X-A"],
            ["--certificate", "--proxy-header", "bara en"]
        ),
        (["serve", "--certificate", "a.pem"], ["--private-key", "hör ihop"]),
        (["serve", "--trusted-proxy", "10.0.0.1"], ["--proxy-header", "tillsammans"]),
        (["serve", "--proxy-header", "X A"], ["--proxy-header", "HTTP-huvud"]),
        (
            ["serve", "--proxy-header", "X-A", "--trusted-proxy", "nowhere"],
            ["--trusted-proxy", "nätverksadress"]
        ),
        (["serve", "--port", "a'b"], ["”a'b”", "--port"]),
        (
            ["session", "plan", "--group", "g", "--first", "2020-02-04", "--start", "17:30"],
            ["--weekday"]
        ),
    ])
    func `what is written wrong is told in the reader's language`(
        arguments: [String], words: [String]
    ) throws {
        let shell = try Shell()
        defer { shell.remove() }
        for language in [["--language", "sv"], ["--language=sv"], []] {
            let outcome = try shell.run(arguments + language)
            #expect(outcome.status == 64)
            for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
            for word in ["Error:", "Usage:", "invalid", "Unknown", "Missing", "expected"] {
                #expect(!outcome.errors.contains(word), "\(outcome.errors)")
            }
            #expect(outcome.errors.contains("--help"))
        }
        let json = try shell.run(arguments + ["--json"])
        #expect(json.status == 64)
        #expect(try json.errorJSON()["error"]["kind"] == "usage")
    }

    @Test func `help is in English and names the exit codes`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let help = try shell.run(["--help"])
        #expect(help.status == 0)
        for word in ["SAMSPRAK_DATABASE", "65", "66", "73", "77", "attendance", "statistics"] {
            #expect(help.output.contains(word))
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions are printed`(name: String) throws {
        let shell = try Shell()
        defer { shell.remove() }
        #expect(try shell.text("completions", name).contains("participant"))
    }

    private static func withoutIDs(_ text: String) -> String {
        text.replacing(/(?m)^[0-9a-z]{13}/, with: "·············")
    }
}
