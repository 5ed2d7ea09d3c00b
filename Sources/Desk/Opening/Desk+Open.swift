package import Courses
import Foundation
import Store

/// Where a database lies, and what it takes to open it.
package struct DatabaseLocation: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Beside the database and in no backup of it.
    package var keyPath: String { path + ".key" }
}

package enum OpeningError: Error, Sendable, Equatable {
    case databaseMissing(path: String)
    case databaseExists(path: String)
    case keyMissing(path: String)
    case keyUnreadable(path: String)
    /// The key beside the file is another's.
    case keyDoesNotFit(path: String)
    case newerVersion(path: String)
    case notADatabase(path: String)
    case cannotWrite(path: String)
    case notSetUp(path: String)
}

extension Desk {
    /// Opens a database that has been set up, and checks that the key beside it fits.
    package static func open(
        _ location: DatabaseLocation, clock: Clock, entropy: Entropy = .system
    ) async throws -> Desk {
        guard FileManager.default.fileExists(atPath: location.path) else {
            throw OpeningError.databaseMissing(path: location.path)
        }
        let sealer = try Sealer(key: KeyFile.read(location.keyPath))
        let desk = try openStore(location, sealer: sealer, clock: clock, entropy: entropy)
        try await desk.checkFit(location)
        return desk
    }

    private static func openStore(
        _ location: DatabaseLocation, sealer: Sealer, clock: Clock, entropy: Entropy
    ) throws -> Desk {
        do {
            let store = try Store(path: location.path, sealer: sealer, entropy: entropy)
            return Desk(store: store, clock: clock)
        } catch StoreError.newerSchema {
            throw OpeningError.newerVersion(path: location.path)
        } catch StoreError.notThisProgram {
            throw OpeningError.notADatabase(path: location.path)
        } catch let fault where StoreFault(fault) == .notADatabase {
            throw OpeningError.notADatabase(path: location.path)
        } catch let fault where StoreFault(fault) == .cannotWrite {
            throw OpeningError.cannotWrite(path: location.path)
        }
    }

    private func checkFit(_ location: DatabaseLocation) async throws {
        do {
            try await store.read { reading in
                guard try reading.organisation() != nil else {
                    throw OpeningError.notSetUp(path: location.path)
                }
                try reading.checkKey()
            }
        } catch StoreError.wrongKey {
            throw OpeningError.keyDoesNotFit(path: location.keyPath)
        }
    }

    /// Makes a new database with a key beside it.
    ///
    /// - Throws: `OpeningError.databaseExists`; nothing that exists is written over.
    package static func create(
        _ location: DatabaseLocation, organisation: Organisation, clock: Clock,
        entropy: Entropy = .system
    ) async throws -> Desk {
        for path in [location.path, location.keyPath]
        where FileManager.default.fileExists(atPath: path) {
            throw OpeningError.databaseExists(path: path)
        }
        let sealer = try Sealer(key: KeyFile.make(location.keyPath))
        let desk = try openStore(location, sealer: sealer, clock: clock, entropy: entropy)
        try await desk.write { try $0.setUp(organisation) }
        return desk
    }

    /// A database in memory, for tests and for measuring.
    package static func inMemory(
        _ organisation: Organisation, clock: Clock, entropy: Entropy
    ) async throws -> Desk {
        let sealer = try Sealer(key: Array(repeating: 7, count: 32))
        let desk = Desk(store: try Store(inMemory: sealer, entropy: entropy), clock: clock)
        try await desk.write { try $0.setUp(organisation) }
        return desk
    }

    package func organisation() async throws -> Organisation {
        let organisation = try await store.read { try $0.organisation() }
        return organisation ?? Organisation(code: "0000", name: "", isDemo: false)
    }
}
