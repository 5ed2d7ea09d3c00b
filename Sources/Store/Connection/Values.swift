package import Courses
import FoundationEssentials
package import GRDB

// How the domain's values are written in a row; each text form is the one that the schema checks.

extension LocalDate: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> LocalDate? {
        String.fromDatabaseValue(value).flatMap { LocalDate($0) }
    }
}

extension LocalTime: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { minutes.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> LocalTime? {
        Int.fromDatabaseValue(value).flatMap { LocalTime(minutes: $0) }
    }
}

extension Instant: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { milliseconds.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map { Instant(milliseconds: $0) }
    }
}

extension Identifier: SQLExpressible, SQLSpecificExpressible, SQLSelectable, SQLOrderingTerm,
    StatementBinding, DatabaseValueConvertible
{
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Identifier<Entity>? {
        String.fromDatabaseValue(value).flatMap { Identifier($0) }
    }
}

extension ActID: SQLExpressible, SQLSpecificExpressible, SQLSelectable, SQLOrderingTerm,
    StatementBinding, DatabaseValueConvertible
{
    package var databaseValue: DatabaseValue {
        var bytes = Data(capacity: 16)
        for half in [high, low] {
            withUnsafeBytes(of: half.bigEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes.databaseValue
    }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> ActID? {
        guard let bytes = Data.fromDatabaseValue(value), bytes.count == 16 else { return nil }
        let halves = [bytes.prefix(8), bytes.suffix(8)].map {
            $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        return ActID(high: halves[0], low: halves[1])
    }
}
