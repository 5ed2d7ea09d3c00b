package import Courses
import Store

extension Desk {
    /// Takes in a list of participants: good rows go in under one operation, bad rows come out.
    ///
    /// A file that can't be read as such a list is answered by `refused`, with nothing changed.
    package func importParticipants(
        _ bytes: [UInt8], options: ImportOptions = ImportOptions(), as actor: Actor
    ) async throws -> ImportReport {
        let today = today
        try Policy.require(actor, .importPeople, on: .organisation, date: today)
        let round = try await askedRound(options)
        if let round, round.endedOn != nil {
            return ImportReport(refused: .roundEnded(round.code))
        }
        let prepared: PreparedImport
        do {
            prepared = try await Gate.imports.run { [store] in
                let file = try ImportFile(bytes, options: options)
                let index = try await store.read { try $0.importIndex() }
                return try await PreparedImport(
                    file, bytes: bytes, asOf: today, index: index, sealer: store.sealer)
            }
        } catch let refused as ImportFile.Refused {
            return ImportReport(refused: refused.refusal, encoding: refused.encoding)
        }
        return try await takeIn(prepared, round: round, options, as: actor)
    }

    private func askedRound(_ options: ImportOptions) async throws -> Round? {
        guard let reference = options.round else { return nil }
        return try await store.read { try $0.round(reference) }
    }

    private func takeIn(
        _ prepared: PreparedImport, round: Round?, _ options: ImportOptions, as actor: Actor
    ) async throws -> ImportReport {
        var report = try await write(dryRun: options.dryRun) { writing in
            try Policy.require(actor, .importPeople, on: .organisation, date: writing.today)
            var importing = try Importing(writing, prepared, round: round, by: actor)
            let report = try importing.run()
            if let shown = options.shown, report.fingerprint != shown {
                throw OperationError.roundChanged(since: [])
            }
            return report
        }
        if options.dryRun {
            report.operation = nil
        } else if prepared.bringsProtection {
            try await store.truncateLog()
        }
        return report
    }
}
