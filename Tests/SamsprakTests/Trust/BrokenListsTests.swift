import Foundation
import Testing

@Suite struct BrokenListsTests {
    private static let broken: [(name: String, bytes: [UInt8], reason: String)] = [
        ("pdf", Array("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\n".utf8), "foreign"),
        ("xlsx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 6, 0, 8, 0] + Array("xl/".utf8), "foreign"),
        ("empty", [], "empty"),
        (
            "cut in a letter", Array("Förnamn;Språk\nAmina;ar\nRenée;Franç".utf8) + [0xC3],
            "cutShort"
        ),
        ("NUL", Array("Förnamn;Språk\nAmina\0;ar\n".utf8), "nul"),
        (
            "a megabyte", Array("Förnamn;Språk\n\(String(repeating: "å", count: 1 << 19));ar".utf8),
            "cellTooLong"
        ),
        ("a column twice", Array("Förnamn;Språk;Förnamn\nAmina;ar;Amal\n".utf8), "columnTwice"),
    ]

    @Test(arguments: ["sv", "ar"])
    func `a file that is no list changes nothing and is told in one clear sentence`(
        language: String
    ) async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let before = try Database(shell).dump()
        var messages: Set<String> = []
        for (name, bytes, reason) in Self.broken {
            try Data(bytes).write(to: shell.folder.appending(path: "list.csv"))
            let arguments = [
                "import", "participants", "list.csv", "--round", "2020-spring", "--language",
                language,
            ]
            let outcome = try shell.run(arguments + ["--json"])
            #expect(outcome.status == 65, "\(name)")
            let answer = try outcome.json()
            #expect(answer["refused"]["reason"] == .string(reason), "\(name)")
            #expect(answer["accepted"] == [] && answer["rejected"] == [], "\(name)")
            let read = try shell.run(arguments)
            #expect(read.status == 65, "\(name)")
            let told = read.output + read.errors
            #expect(told == answer["refused"]["message"].text + "\n", "\(name)")
            #expect(told.split(whereSeparator: \.isNewline).count == 1, "\(name): \(told)")
            #expect(!told.contains("{") && told.count < 400, "\(name): \(told)")
            let arabic = told.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
            #expect(arabic == (language == "ar"), "\(name): \(told)")
            messages.insert(told)
            #expect(try Database(shell).dump() == before, "\(name)")
        }
        #expect(messages.count == Self.broken.count)
    }
}
