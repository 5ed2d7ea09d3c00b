package import Courses
internal import GRDB

extension Reading {
    /// Nil in a file that has not been set up.
    package func organisation() throws -> Organisation? {
        try Row.fetchOne(db, sql: "SELECT code, name, is_demo FROM organisation").map {
            Organisation(code: $0["code"], name: $0["name"], isDemo: $0["is_demo"])
        }
    }

    /// Whether the key given is the one that this file was made with.
    ///
    /// - Throws: `StoreError.wrongKey`.
    package func checkKey() throws {
        guard let sealed = try Row.fetchOne(db, sql: "SELECT key_check FROM organisation") else {
            return
        }
        guard (try? sealer.open(sealed["key_check"], context: "key_check")) != nil else {
            throw StoreError.wrongKey
        }
    }
}

extension Writing {
    package func setUp(_ organisation: Organisation) throws {
        try insert(
            """
            INSERT INTO organisation (id, code, name, is_demo, key_check, created_at)
            VALUES (1, ?, ?, ?, ?, ?)
            """,
            [
                organisation.code, organisation.name, organisation.isDemo,
                try sealer.seal("samsprak", context: "key_check"), now,
            ])
    }
}
