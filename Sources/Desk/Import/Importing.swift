import Courses
import Store

/// One import within its transaction: recognises each row, and adds or fills and enrols.
struct Importing {
    let prepared: PreparedImport
    let writer: ImportWriter
    let reading: Reading
    private var index: ImportIndex
    var rounds: ImportRounds
    private var accepted: [PersonKey: Int] = [:]
    var parties = ImportParties()
    var report = ImportReport()

    init(
        _ writing: Writing, _ prepared: PreparedImport, round: Round?, by actor: Actor
    ) throws {
        self.prepared = prepared
        reading = writing.reading
        writer = try ImportWriter(writing, by: actor)
        index = try writing.reading.importIndex()
        rounds = try ImportRounds(writing.reading, asked: round)
    }

    mutating func run() throws -> ImportReport {
        let table = prepared.file.table
        report.encoding = prepared.file.encoding
        report.isRepaired = prepared.file.isRepaired
        report.delimiter = table.delimiter
        report.ignoredColumns = prepared.file.ignoredHeaders(hasRound: rounds.asked != nil)
        report.rejectedRows.header = table.header
        report.rejectedRows.delimiter = table.delimiter
        report.accepted.reserveCapacity(prepared.rows.count)
        for row in prepared.rows {
            switch row {
            case .faulty(let faulty): reject(faulty.place, faulty.faults)
            case .good(let ready): try take(ready)
            }
        }
        try joinParties()
        report.operation = writer.operationID
        return report
    }

    private mutating func reject(_ place: Int, _ faults: [ImportFault]) {
        let row = prepared.file.table.rows[place]
        for fault in faults {
            report.rejected.append(
                RejectedCell(
                    line: row.line, column: prepared.file.header(of: fault), fault: fault))
        }
        report.rejectedRows.rows.append(RejectedRows.Row(cells: row.cells, faults: faults))
    }

    private mutating func take(_ ready: ReadyRow) throws {
        var faults: [ImportFault] = []
        let recognised = recognise(ready, &faults)
        let round = try rounds.round(for: ready.row, reading, &faults)
        guard faults.isEmpty else { return reject(ready.place, faults) }
        var row: AcceptedRow
        let key: PersonKey
        if let recognised {
            key = recognised
            row = try meet(key, ready)
        } else {
            (key, row) = try add(ready)
        }
        row.notices = ready.row.notices
        accepted[key] = ready.row.line
        if let round { try enrol(key, in: round, ready.row, &row) }
        try takeWishes(of: key, in: round, ready.row, &row)
        parties.add(ready.row, key, at: report.accepted.count)
        report.accepted.append(row)
    }

    /// Nil for somebody new.
    private func recognise(_ ready: ReadyRow, _ faults: inout [ImportFault]) -> PersonKey? {
        let byExternalID = ready.row.person.externalID.flatMap { index.byExternalID[$0] }
        let byIdentifier = ready.row.identifier.flatMap { index.byIdentifier[$0] }
        if let line = byIdentifier.flatMap({ accepted[$0] }) {
            faults.append(.duplicate(.identityNumber, line: line))
            return nil
        }
        if let line = byExternalID.flatMap({ accepted[$0] }) {
            faults.append(.duplicate(.externalID, line: line))
            return nil
        }
        if let byExternalID, let byIdentifier, byExternalID != byIdentifier {
            faults.append(.conflict)
            return nil
        }
        return byExternalID ?? byIdentifier ?? ready.content.flatMap { index.byContent[$0] }
    }

    private mutating func add(_ ready: ReadyRow) throws -> (PersonKey, AcceptedRow) {
        var attempt = 0
        var sealed =
            try ready.sealed
            ?? ready.seal(
                prepared.fingerprint, writer.sealer, attempt: attempt)
        var added = try writer.add(sealed)
        while added == nil {
            attempt += 1
            sealed = try ready.seal(prepared.fingerprint, writer.sealer, attempt: attempt)
            added = try writer.add(sealed)
        }
        guard let key = added else { throw StoreError.damaged(table: "person") }
        if let external = ready.row.person.externalID { index.byExternalID[external] = key }
        if let identifier = ready.row.identifier { index.byIdentifier[identifier] = key }
        if let content = ready.content { try writer.remember(content, as: key) }
        return (
            key,
            AcceptedRow(
                line: ready.row.line, person: sealed.id, outcome: .new, differences: [],
                enrolled: false)
        )
    }

    /// Fills what is blank of somebody known and tells what differs. A row that was recognised by
    /// its content has been taken in before, so that there is nothing of that left to fill.
    private func meet(_ key: PersonKey, _ ready: ReadyRow) throws -> AcceptedRow {
        let known = try reading.known(key)
        let comparison = Comparison(of: ready.row, with: known, sealer: writer.sealer)
        var isFilled = false
        for fill in comparison.fills where ready.content == nil || fill.isBesideContent {
            try writer.fill(fill, of: known, key)
            isFilled = true
        }
        if let level = ready.row.protection, try writer.protect(known, level: level) {
            isFilled = true
        }
        return AcceptedRow(
            line: ready.row.line, person: known.id, outcome: isFilled ? .filled : .unchanged,
            differences: comparison.differences.map(difference), enrolled: false)
    }

    func difference(_ column: ImportColumn) -> ImportDifference {
        ImportDifference(
            column: column, header: prepared.file.header(of: column) ?? column.rawValue)
    }

    private mutating func enrol(
        _ key: PersonKey, in round: Round.ID, _ imported: ImportedRow, _ row: inout AcceptedRow
    ) throws {
        if let childcare = rounds.known[round]?.childcare(of: key) {
            if let wanted = imported.childcare, wanted != childcare {
                row.differences.append(difference(.childcare))
            }
            return
        }
        try rounds.enrol(key, in: round, imported, writer)
        row.enrolled = true
        if row.outcome == .unchanged { row.outcome = .known }
    }
}
