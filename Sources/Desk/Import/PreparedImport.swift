import Courses
import FoundationEssentials
import Store

/// All of an import that needs no transaction: rows read, people sealed, on all cores.
struct PreparedImport: Sendable {
    let file: ImportFile
    let fingerprint: Fingerprint
    let rows: [PreparedRow]

    var bringsProtection: Bool {
        rows.contains { row in
            if case .good(let good) = row { good.row.protection != nil } else { false }
        }
    }
}

enum PreparedRow: Sendable {
    case good(ReadyRow)
    case faulty(FaultyRow)
}

struct ReadyRow: Sendable {
    /// Which of the table's rows.
    let place: Int
    let row: ImportedRow
    /// By which it is recognised; nil where something better is there.
    let content: Fingerprint?
    /// Nil for somebody who seemed to be known.
    var sealed: SealedPerson?
}

extension PreparedImport {
    /// - Parameter index: what was known a moment ago; whoever is in it is not sealed anew.
    init(
        _ file: ImportFile, bytes: [UInt8], asOf: LocalDate, index: ImportIndex, sealer: Sealer
    ) async throws {
        guard let fingerprint = sealer.fingerprint(ofFile: bytes) else {
            throw SealError.unreadable
        }
        let read = try await Self.inChunks(of: file.table.rows) { rows, start in
            var reader = RowReader(columns: file.columns, asOf: asOf, sealer: sealer)
            return rows.enumerated().map { offset, row in
                (place: start + offset, result: reader.read(row))
            }
        }
        var occurrences: [String: Int] = [:]
        let counted = read.map { place, result in
            Counted(place: place, result: result, occurrences: &occurrences)
        }
        self.file = file
        self.fingerprint = fingerprint
        rows = try await Self.inChunks(of: counted) { rows, _ in
            try rows.map { try $0.ready(fingerprint, index, sealer) }
        }
    }

    private static func inChunks<Element: Sendable, Result: Sendable>(
        of elements: [Element],
        _ work: @escaping @Sendable (ArraySlice<Element>, _ start: Int) throws -> [Result]
    ) async throws -> [Result] {
        let size = 2048
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { tasks in
            for start in stride(from: 0, to: elements.count, by: size) {
                let chunk = elements[start..<min(start + size, elements.count)]
                tasks.addTask { (start, try work(chunk, start)) }
            }
            var parts: [(Int, [Result])] = []
            for try await part in tasks { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}

/// A row that has been read, and the how manieth of its content it is.
private struct Counted: Sendable {
    let place: Int
    let result: RowReader.Result
    let occurrence: Int

    init(place: Int, result: RowReader.Result, occurrences: inout [String: Int]) {
        self.place = place
        self.result = result
        if case .good(let row) = result, !row.content.isEmpty {
            occurrence = occurrences[row.content, default: 0] + 1
            occurrences[row.content] = occurrence
        } else {
            occurrence = 0
        }
    }

    func ready(
        _ file: Fingerprint, _ index: ImportIndex, _ sealer: Sealer
    ) throws -> PreparedRow {
        switch result {
        case .faulty(let faults): return .faulty(FaultyRow(place: place, faults: faults))
        case .good(let row):
            let content =
                row.content.isEmpty
                ? nil : sealer.fingerprint(ofContent: row.content, occurrence: occurrence)
            let isKnown =
                row.person.externalID.map { index.byExternalID[$0] != nil } == true
                || row.identifier.map { index.byIdentifier[$0] != nil } == true
                || content.map { index.byContent[$0] != nil } == true
            var ready = ReadyRow(place: place, row: row, content: content)
            if !isKnown { ready.sealed = try ready.seal(file, sealer, attempt: 0) }
            return .good(ready)
        }
    }
}

extension ReadyRow {
    func seal(_ file: Fingerprint, _ sealer: Sealer, attempt: Int) throws -> SealedPerson {
        try SealedPerson(
            row.person, id: sealer.personID(row: place, of: file, attempt: attempt),
            protection: row.protection, sealer: sealer)
    }
}
