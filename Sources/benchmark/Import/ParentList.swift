import Courses

/// A list of parents as an administrator exports it from a spreadsheet.
enum ParentList {
    private static let header =
        "Förnamn;Efternamn;Namn på eget språk;Personnummer;Kön;Kursspråk;Telefon;E-post;"
        + "Antal barn i barnpassning"
    private static let languages = [
        "Arabiska", "Somaliska", "Dari", "Tigrinja", "Sorani", "Kurmanji",
    ]

    static func csv(_ count: Int) -> [UInt8] {
        let entropy = Entropy.seeded(7)
        var bytes = Array((header + "\r\n").utf8)
        bytes.reserveCapacity(count * 160)
        for index in 0..<count { bytes.append(contentsOf: line(index, entropy.bits()).utf8) }
        return bytes
    }

    private static func line(_ index: Int, _ bits: UInt64) -> String {
        let isWoman = index.isMultiple(of: 2)
        let given = pick(isWoman ? Names.women : Names.men, bits)
        let family = pick(Names.families, bits >> 20)
        let children = bits >> 60
        return [
            given.latin, family.latin, "\(given.native) \(family.native)",
            identityNumber(index), isWoman ? "Kvinna" : "Man",
            languages[index % languages.count], phone(bits >> 40),
            "\(given.latin).\(family.latin).\(index)@example.org".lowercased(),
            children < 3 ? String(children) : "",
        ].joined(separator: ";") + "\r\n"
    }

    private static func pick(_ names: [Names.Name], _ bits: UInt64) -> Names.Name {
        names[Int(bits % UInt64(names.count))]
    }

    /// Birth numbers 980 to 999, which the Tax Agency keeps for test persons: twenty a day, odd
    /// for men.
    private static func identityNumber(_ index: Int) -> String {
        let born = LocalDate(dayNumber: 2000 + index / 20)
        let digits =
            born.description.filter { $0 != "-" } + String(980 + index % 20)
        let sum = digits.dropFirst(2).utf8.enumerated().reduce(0) { sum, digit in
            let product = Int(digit.element - 48) * (digit.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + product / 10 + product % 10
        }
        return digits.prefix(8) + "-" + digits.suffix(3) + String((10 - sum % 10) % 10)
    }

    /// Numbers that the Post and Telecom Authority keeps free for fiction.
    private static func phone(_ bits: UInt64) -> String {
        "070-174 06 \(10 + bits % 90)"
    }
}
