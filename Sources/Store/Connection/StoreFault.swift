internal import GRDB

/// What SQLite refused, by its extended code and never by its words.
package enum StoreFault: Sendable, Equatable {
    case notADatabase, cannotWrite, full, busy
    /// A row like this is there already.
    case notUnique
    /// What was given breaks the schema.
    case constraint
    case other

    /// Nil for an error that is not SQLite's.
    package init?(_ error: any Error) {
        guard let error = error as? DatabaseError else { return nil }
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: self = .notUnique
        default:
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR: self = .cannotWrite
            case .SQLITE_FULL: self = .full
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_CONSTRAINT: self = .constraint
            default: self = .other
            }
        }
    }
}
