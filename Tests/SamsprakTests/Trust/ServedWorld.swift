import Foundation

/// A small world of four members and one session, made by commands, with an administrator who
/// can sign in.
struct ServedWorld {
    let shell: Shell
    let people: [String]
    let session: String

    static let password = "ett långt lösenord"

    init() async throws {
        let shell = try Shell()
        try shell.write(Self.password + "\n", to: "password")
        _ = try shell.text(
            "init", "--template", "parent-support", "--user", "anna", "--municipality", "0428",
            "--password-file", "password")
        _ = try shell.text(
            "round", "add", "2020-spring", "--programme", "parent-support", "--name",
            "Våren 2020", "--first-day", "2020-02-03")
        _ = try shell.text(
            "group", "add", "Arabiska", "--round", "2020-spring", "--course-language", "ar",
            "--weekday", "tuesday", "--start", "17:30", "--end", "19:30")
        people = try ["Amina", "Yusuf", "Salma", "Omar"].map { name in
            try shell.json(
                "participant", "add", "--round", "2020-spring", "--name", name,
                "--course-language", "ar")["id"].text
        }
        try shell.write(people.joined(separator: "\n") + "\n", to: "people")
        _ = try shell.text(
            "place", "--from-file", "people", "--group", "Arabiska", "--from", "2020-02-01")
        session = try shell.json(
            "session", "plan", "--group", "Arabiska", "--first", "2020-02-04", "--count", "1")[
                "sessions"][0]["id"].text
        self.shell = shell
    }

    func client(_ service: Service) throws -> Client {
        try Client(service, user: "anna", password: Self.password)
    }
}
