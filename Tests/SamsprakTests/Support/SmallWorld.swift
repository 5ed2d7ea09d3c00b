import Foundation
import Testing

/// Two groups of one round, made by commands: all in 2020, so that nothing depends on the day.
struct SmallWorld {
    let shell: Shell
    let amina: String
    let yusuf: String
    /// Speaks Somali and waits.
    let hodan: String

    static let personnummer = "19900203-2382"

    /// A world of its own; whoever asked for it removes its folder.
    static func copy() async throws -> SmallWorld {
        let made = try await template.value
        let shell = try Shell()
        for name in ["samsprak.sqlite", "samsprak.sqlite.key"] {
            try FileManager.default.copyItem(
                at: made.shell.folder.appending(path: name),
                to: shell.folder.appending(path: name))
        }
        return SmallWorld(
            shell: shell, amina: made.amina, yusuf: made.yusuf, hodan: made.hodan)
    }

    private static let template = Task { try SmallWorld(in: Shell()) }

    private init(shell: Shell, amina: String, yusuf: String, hodan: String) {
        self.shell = shell
        self.amina = amina
        self.yusuf = yusuf
        self.hodan = hodan
    }

    private init(in shell: Shell) throws {
        try shell.write("ett långt lösenord\n", to: "password")
        _ = try shell.text(
            "init", "--template", "parent-support", "--user", "anna", "--municipality", "0428",
            "--municipality-name", "Vingåker", "--password-file", "password")
        _ = try shell.text(
            "round", "add", "2020-spring", "--programme", "parent-support", "--name",
            "Våren 2020", "--first-day", "2020-02-03")
        for name in ["Arabiska A", "Arabiska B"] {
            _ = try shell.text(
                "group", "add", name, "--round", "2020-spring", "--course-language", "ar",
                "--weekday", "tuesday", "--start", "17:30", "--end", "19:30", "--venue",
                "Biblioteket", "--maximum", "3")
        }
        let person = { (arguments: [String]) in
            let all =
                ["participant", "add", "--round", "2020-spring", "--applied", "2020-01-10"]
                + arguments + ["--json"]
            return try shell.run(all).json()["id"].text
        }
        let amina = try person([
            "--given", "Amina", "--family", "Haddad", "--native-given", "أمينة",
            "--native-family", "حداد", "--course-language", "ar", "--gender", "woman",
            "--identity-number", Self.personnummer, "--phone", "070-123 45 67",
        ])
        let yusuf = try person([
            "--given", "Yusuf", "--father", "Ali", "--course-language", "ar", "--gender", "man",
            "--born", "1985-07-16",
        ])
        let hodan = try person([
            "--name", "Hodan Warsame", "--course-language", "so", "--gender", "woman",
        ])
        _ = try shell.text(
            "place", amina, yusuf, "--group", "Arabiska A", "--from", "2020-02-01")
        _ = try shell.text(
            "session", "plan", "--group", "Arabiska A", "--first", "2020-02-04", "--count", "3")
        self.init(shell: shell, amina: amina, yusuf: yusuf, hodan: hodan)
    }
}
