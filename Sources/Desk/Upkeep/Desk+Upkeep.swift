package import Courses
import Foundation
internal import Store

extension Desk {
    /// Copies the database while it serves; the key is in no backup.
    package func backUp(to path: String, as actor: Actor) async throws {
        try Policy.require(actor, .manageUsers, on: .organisation, date: today)
        do {
            try await store.backUp(to: path)
        } catch BackupError.exists {
            throw OpeningError.databaseExists(path: path)
        } catch let fault where StoreFault(fault) == .cannotWrite {
            throw OpeningError.cannotWrite(path: path)
        } catch is CocoaError {
            throw OpeningError.cannotWrite(path: path)
        }
        try await write { try $0.audit("backUp", "organisation", nil, by: actor) }
    }

    /// Puts a backup in a database's place once it has been opened, checked and found to fit the
    /// key; what was there is set aside.
    ///
    /// - Returns: where the earlier database now lies; nil when there was none.
    package static func restore(
        from backup: String, to location: DatabaseLocation, clock: Clock
    ) async throws -> String? {
        let sealer = try Sealer(key: KeyFile.read(location.keyPath))
        let moment = WallClock.reading(clock.now())
        let suffix = "before-\(moment.date)-\(moment.time.description.replacing(":", with: ""))"
        do {
            return try await Store.restore(
                from: backup, to: location.path, sealer: sealer, setAsideAs: suffix)
        } catch BackupError.missing {
            throw OpeningError.databaseMissing(path: backup)
        } catch BackupError.inUse {
            throw UpkeepError.databaseInUse(path: location.path)
        } catch BackupError.damaged {
            throw UpkeepError.backupDamaged(path: backup)
        } catch StoreError.wrongKey {
            throw OpeningError.keyDoesNotFit(path: location.keyPath)
        } catch StoreError.newerSchema {
            throw OpeningError.newerVersion(path: backup)
        } catch StoreError.notThisProgram {
            throw OpeningError.notADatabase(path: backup)
        } catch let fault where StoreFault(fault) == .notADatabase {
            throw OpeningError.notADatabase(path: backup)
        } catch let fault where StoreFault(fault) == .cannotWrite {
            throw OpeningError.cannotWrite(path: location.path)
        } catch is CocoaError {
            throw OpeningError.cannotWrite(path: location.path)
        }
    }

    /// Looks the database over; nothing is changed but what opening it has brought up to date.
    package func doctor(_ location: DatabaseLocation) async throws -> [HealthFinding] {
        var findings = try await store.read { try $0.health() }
        let isFull = try await store.synchronous() == 2
        findings.append(HealthFinding(check: .synchronous, faults: isFull ? 0 : 1))
        findings.append(HealthFinding(check: .key, faults: 0))
        let unfound = try await store.read { try $0.nameIndexFaults(by: .ours) }
        findings.append(HealthFinding(check: .namesFound, faults: unfound))
        let damaged = try await store.read { try $0.damagedReports() }
        findings.append(HealthFinding(check: .reportsIntact, faults: damaged))
        findings.append(
            try await store.read { reading in
                let damaged = try reading.damagedCertificates()
                return HealthFinding(
                    check: .certificatesHold,
                    faults: damaged.count + (try reading.doubleCertificates()),
                    named: damaged.map(\.description))
            })
        findings.append(
            HealthFinding(check: .keyFile, faults: KeyFile.isPrivate(location.keyPath) ? 0 : 1))
        return findings.sorted { Self.order($0.check) < Self.order($1.check) }
    }

    /// Derives anew what is kept so that figures are quick.
    ///
    /// - Returns: how much of it was not what the rows say.
    package func rebuildKept(as actor: Actor) async throws -> Int {
        try Policy.require(actor, .manageUsers, on: .organisation, date: today)
        return try await write { writing in
            let faults = try writing.rebuildKept()
            try writing.audit("rebuild", "organisation", nil, by: actor)
            return faults
        }
    }

    private static func order(_ check: HealthCheck) -> Int {
        HealthCheck.allCases.firstIndex(of: check) ?? 0
    }
}

package enum UpkeepError: Error, Sendable, Equatable {
    case databaseInUse(path: String)
    case backupDamaged(path: String)
}
