import Courses

/// What was rendered of one person's row, as a hidden field carries it: the person, the version
/// and the mark, `0123456789abc:3:present,10,,onsite,member,`; rows are parted by blanks.
struct WrittenRow: Equatable {
    let person: Person.ID
    let base: Int
    let mark: WrittenMark

    init(person: Person.ID, base: Int, mark: WrittenMark) {
        self.person = person
        self.base = base
        self.mark = mark
    }

    /// Nil for a text that no page of ours has written.
    init?(_ text: Substring) {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 3, let person = Person.ID(fields[0]), let base = Int(fields[1]),
            let mark = WrittenMark(fields[2])
        else { return nil }
        self.init(person: person, base: base, mark: mark)
    }

    var text: String { "\(person):\(base):\(mark.text)" }

    /// Nil where one of them can't be read.
    static func list(_ text: String) -> [WrittenRow]? {
        let words = text.split(separator: " ")
        let rows = words.compactMap { WrittenRow($0) }
        return rows.count == words.count ? rows : nil
    }
}
