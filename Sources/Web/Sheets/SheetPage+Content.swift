import Courses
import Desk
import Localisation

extension SheetPage {
    init(
        layout: (_ title: String) -> Layout, style: String, visitor: Visitor,
        sheet: AttendanceSheet, organisation: String, choice: SheetChoice
    ) {
        let words = SheetWords(
            visitor: visitor, sheet: sheet, organisation: organisation, choice: choice)
        heading = visitor.say(
            choice.isEvidence ? Message("evidence.title") : Message("sheet.title"))
        self.layout = layout("\(heading) \(sheet.groups.map(\.name).joined(separator: " "))")
        self.style = style
        backHref = choice.address
        backText = visitor.localiser.list(sheet.groups.map(\.name))
        helpText = visitor.say(
            choice.isEvidence ? Message("evidence.help") : Message("sheet.help"))
        choiceLabel = visitor.say(Message("sheet.choice"))
        choices = words.links
        tables = words.tables
        emptyText = tables.isEmpty ? visitor.say(Message("sheet.empty")) : nil
    }
}

/// What stands on a sheet.
struct SheetWords {
    let visitor: Visitor
    let sheet: AttendanceSheet
    let organisation: String
    let choice: SheetChoice

    private static let columnsATable = 12
    private static let guestLines = 3

    // MARK: Choices

    var links: [SheetLink] {
        let address = choice.address + "/sheet"
        let plain = choice.month.map { "\(address)?month=\($0)" } ?? address
        var links: [SheetLink] = []
        if choice.isOfGroup {
            let dates = sheet.sessions.map(\.session.date)
            links = SheetChoice.links(of: dates, at: address, visitor: visitor).map {
                SheetLink(
                    href: choice.isEvidence ? Self.adding("list", to: $0.href) : $0.href,
                    label: $0.label, isChosen: $0.href == plain)
            }
        }
        return links + (choice.isEvidence ? [toBoxes(plain)] : [toMarks(plain), toList(plain)])
    }

    private func toBoxes(_ plain: String) -> SheetLink {
        SheetLink(href: plain, label: visitor.say(Message("sheet.title")), isChosen: false)
    }

    private func toMarks(_ plain: String) -> SheetLink {
        SheetLink(
            href: choice.showsMarks ? plain : Self.adding("marks", to: plain),
            label: choice.showsMarks
                ? visitor.say(Message("sheet.blank")) : visitor.say(Message("sheet.marked")),
            isChosen: false)
    }

    private func toList(_ plain: String) -> SheetLink {
        SheetLink(
            href: Self.adding("list", to: plain), label: visitor.say(Message("evidence.title")),
            isChosen: false)
    }

    private static func adding(_ name: String, to address: String) -> String {
        address + (address.contains("?") ? "&" : "?") + name
    }

    // MARK: Tables

    var tables: [SheetTable] {
        let shown = sheet.sessions.indices.filter { index in
            choice.month?.contains(sheet.sessions[index].session.date) ?? true
        }
        if choice.isEvidence { return shown.map { evidence(of: $0) } }
        guard choice.isOfGroup else { return shown.map { table(ofOne: $0) } }
        // Evenly filled, so that no page has a single column.
        let pages = (shown.count + Self.columnsATable - 1) / Self.columnsATable
        return (0..<pages).map { page in
            let bounds = [page, page + 1].map { shown.count * $0 / pages }
            return table(of: Array(shown[bounds[0]..<bounds[1]]))
        }
    }

    private func table(of indices: [Int]) -> SheetTable {
        let rows = people(at: indices) { row in
            indices.map { cell(row.places[$0]) }
        }
        return table(
            "sheet-wide", columns: indices.map { column(sheet.sessions[$0]) }, rows: rows,
            leader: indices.map { _ in 1 }, dates: indices.map { sheet.sessions[$0].session.date })
    }

    private func table(ofOne index: Int) -> SheetTable {
        let columns = [
            SheetColumn(
                text: visitor.say(Message("sheet.code")), detail: nil, width: "sheet-narrow"),
            SheetColumn(
                text: visitor.say(Message("register.late")), detail: nil, width: "sheet-narrow"),
            SheetColumn(
                text: visitor.say(Message("sheet.signature")), detail: nil, width: "sheet-broad"),
        ]
        let rows = people(at: [index]) { row in
            let mark = choice.showsMarks ? row.places[index].mark : nil
            let entry = mark.map(EntryCode.init)
            return [
                SheetCell(text: entry?.digit ?? "", isClosed: false),
                SheetCell(text: entry?.minutesText ?? "", isClosed: false),
                SheetCell(text: "", isClosed: false),
            ]
        }
        return table(
            "sheet-tall", columns: columns, rows: rows, leader: [columns.count],
            dates: [sheet.sessions[index].session.date])
    }

    func table(
        _ shape: String, columns: [SheetColumn], rows: [SheetRow], leader: [Int],
        dates: [LocalDate], facts: [SheetFact]? = nil
    ) -> SheetTable {
        let lines = (rows.count + 1)...(rows.count + Self.guestLines)
        return SheetTable(
            shape: shape, title: visitor.localiser.list(sheet.groups.map(\.name)),
            subtitle: facts == nil ? subtitle(dates) : visitor.say(Message("evidence.title")),
            columnCount: columns.count + 2, numberHeading: visitor.say(Message("sheet.number")),
            nameHeading: visitor.say(Message("command.column.name")), columns: columns,
            rows: rows, guestsHeading: visitor.say(Message("register.others")),
            guests: lines.map { line in
                SheetRow(
                    number: String(line), name: "", otherName: nil,
                    cells: columns.map { _ in SheetCell(text: "", isClosed: false) })
            },
            leaderText: visitor.say(Message("sheet.leader")),
            leaderCells: leader.map { SheetSpan(span: $0) },
            codesHeading: facts == nil ? visitor.say(Message("sheet.codes")) : nil,
            codes: EntryKey.allCases.map {
                SheetCode(digit: $0.digit, text: $0.words(visitor))
            }, facts: facts ?? [])
    }

    private func subtitle(_ dates: [LocalDate]) -> String {
        let style: DateStyle = choice.isOfGroup ? .long : .full
        let ends = [dates.first, dates.last].compactMap(\.self).map {
            visitor.localiser.date($0, style: style)
        }
        var parts = [organisation, sheet.round.name]
        // A range runs as its line does, so that the later day stands after the earlier.
        parts.append(ends.first == ends.last ? ends.first ?? "" : ends.joined(separator: " – "))
        if !choice.isOfGroup, let session = sheet.sessions.first?.session {
            parts.append(visitor.localiser.timeRange(session.start, session.end))
        }
        parts += sheet.groups.compactMap(\.venue).prefix(1)
        return visitor.localiser.line(parts)
    }

    private func column(_ overview: SessionOverview) -> SheetColumn {
        let group = sheet.groups.first?.id
        let groups = overview.session.groups
        let number = groups.first { $0.group == group } ?? groups.first
        return SheetColumn(
            text: String(number?.number ?? 0),
            detail: visitor.localiser.date(overview.session.date, style: .dayMonth),
            width: "sheet-even")
    }

    // MARK: People

    /// Those who are expected at one of the sessions, in the reader's alphabetical order.
    func people(
        at indices: [Int], cells: (AttendanceSheet.Row) -> [SheetCell]
    ) -> [SheetRow] {
        let shown = sheet.people.filter { row in indices.contains { row.places[$0].isExpected } }
        let names = shown.map { (row: $0, name: ShownName($0.name, visitor: visitor)) }
        let sorted = visitor.localiser.sorted(names) { $0.name.first }
        return sorted.enumerated().map { position, person in
            SheetRow(
                number: String(position + 1), name: person.name.first,
                otherName: person.name.other, cells: cells(person.row))
        }
    }

    private func cell(_ place: AttendanceSheet.Place) -> SheetCell {
        guard place.isExpected else { return SheetCell(text: "–", isClosed: true) }
        let entry = choice.showsMarks ? place.mark.map(EntryCode.init) : nil
        return SheetCell(
            text: entry.map { $0.digit + ($0.minutes > 0 ? " · \($0.minutes)" : "") } ?? "",
            isClosed: false)
    }
}
