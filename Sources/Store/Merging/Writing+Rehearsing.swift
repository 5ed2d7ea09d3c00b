internal import GRDB

extension Writing {
    /// What `body` would come to, of which nothing is left behind.
    package func rehearsing<Value>(_ body: () throws -> Value) throws -> Value {
        var outcome: Result<Value, any Error>?
        try db.inSavepoint {
            outcome = Result { try body() }
            return .rollback
        }
        guard let outcome else { throw StoreError.damaged(table: "operation") }
        return try outcome.get()
    }
}
