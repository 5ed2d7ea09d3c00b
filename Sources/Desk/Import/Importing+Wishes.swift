import Courses
import Store

extension Importing {
    /// Keeps what somebody wishes in a round, and the note; what is known already stays.
    mutating func takeWishes(
        of key: PersonKey, in round: Round.ID?, _ imported: ImportedRow, _ row: inout AcceptedRow
    ) throws {
        let (wishes, note) = try wishesAndNote(of: imported, in: round, &row)
        guard !wishes.isEmpty || note != nil else { return }
        let place = round.flatMap { rounds.known[$0] }
        let known =
            row.outcome == .new
            ? EnrolmentDetails() : try writer.standing(of: key, row.person, in: place)
        var isFilled = false
        if let place {
            for wish in wishes where known.wishes[wish.about] != wish {
                if known.says(wish.about) {
                    row.differences.append(difference(wish.about.column))
                } else {
                    try writer.wish(wish, of: key, in: place)
                    isFilled = true
                }
            }
        }
        if let note {
            if known.note == nil {
                try writer.note(note, of: key, row.person, in: place)
                isFilled = true
            } else if known.note != note, try !reading.person(row.person).isProtected {
                row.differences.append(difference(.note))
            }
        }
        if isFilled, row.outcome != .new, !row.enrolled { row.outcome = .filled }
    }

    /// Without a round nobody wishes anything in one.
    private mutating func wishesAndNote(
        of imported: ImportedRow, in round: Round.ID?, _ row: inout AcceptedRow
    ) throws -> ([Wish], note: String?) {
        guard let round else { return ([], imported.note) }
        var wishes = imported.wishes
        var unread = imported.unread
        if let name = imported.groupWish {
            if let group = try rounds.group(name, in: round, reading) {
                wishes.append(.group(group))
            } else {
                unread.append(ImportedRow.Unread(column: .groupWish, text: name))
            }
        }
        var lines = imported.note.map { [$0] } ?? []
        for wish in unread {
            let header = prepared.file.header(of: wish.column) ?? wish.column.rawValue
            lines.append("\(header): \(wish.text)")
            row.notices.append(.keptWithNote(header: header))
        }
        return (wishes, lines.isEmpty ? nil : lines.joined(separator: "\n"))
    }
}

extension EnrolmentDetails {
    /// A named group and a kind of group are both said in one column.
    fileprivate func says(_ about: Wish.About) -> Bool {
        switch about {
        case .openTo, .group: wishes[.openTo] != nil || wishes[.group] != nil
        case .languages, .interpreter, .slots, .priority: wishes[about] != nil
        }
    }
}

extension Wish.About {
    fileprivate var column: ImportColumn {
        switch self {
        case .languages: .courseLanguage
        case .interpreter: .interpreter
        case .slots: .wishedSlots
        case .openTo, .group: .groupWish
        case .priority: .priority
        }
    }
}
