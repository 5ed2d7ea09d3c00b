import Courses
import Localisation

extension RowReader {
    mutating func readWishes(_ cells: [String], into row: inout ImportedRow) {
        row.round = cell(.round, cells)?.cleanedName
        let asOf = asOf
        row.appliedOn = value(.appliedOn, cells) { text throws(ImportValueError) in
            let date = try ImportValue.date(text)
            guard date <= asOf else { throw .inTheFuture }
            return date
        }
        row.person.interpreterOk =
            value(.interpreter, cells) { text throws(ImportValueError) in
                try ImportValue.yesNo(text)
            }.flatMap(\.self) ?? false
        row.childcare = childcare(cells)
        row.party = cell(.party, cells)?.cleanedName.lowercased()
        row.isWithoutPartyColumn = columns.places[.party] == nil
        readSlots(cells, into: &row)
        readGroupWish(cells, into: &row)
        if let priority = value(.priority, cells, ImportValue.priority) {
            row.wishes.append(.priority(priority))
        }
        row.note = cell(.note, cells, atMost: 4000)
    }

    /// How many places; a yes without a number is one. A number of children alone counts as the
    /// need for places where the list has no column that says whether there is any.
    private mutating func childcare(_ cells: [String]) -> Int? {
        let need = value(.childcare, cells) { text throws(ImportValueError) in
            try ImportValue.childcare(text)
        }.flatMap(\.self)
        let count = value(.childCount, cells) { text throws(ImportValueError) in
            try ImportValue.count(text)
        }
        switch need {
        case .no?: return 0
        case .children(let number)?: return number
        case .yes?: return max(count ?? 1, 1)
        case nil: return columns.places[.childcare] == nil ? count : nil
        }
    }

    /// What can't be read is no fault: it is kept as it is written.
    private mutating func readSlots(_ cells: [String], into row: inout ImportedRow) {
        guard let text = cell(.wishedSlots, cells, atMost: 400) else { return }
        do throws(ImportValueError) {
            let slots = try ImportValue.slots(text)
            if !slots.isEmpty { row.wishes.append(.slots(slots)) }
        } catch {
            row.unread.append(ImportedRow.Unread(column: .wishedSlots, text: text))
        }
    }

    /// A kind of group, or else perhaps the name of one, which only the round knows.
    private mutating func readGroupWish(_ cells: [String], into row: inout ImportedRow) {
        guard let text = cell(.groupWish, cells, atMost: 400) else { return }
        do throws(ImportValueError) {
            row.wishes.append(.openTo(try ImportValue.groupWish(text)))
        } catch {
            row.groupWish = text.cleanedName
        }
    }
}
