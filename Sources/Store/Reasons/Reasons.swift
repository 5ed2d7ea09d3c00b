package import Courses
internal import GRDB

extension Reading {
    /// All that were ever listed, by kind and then in the order in which they came.
    package func reasons() throws -> [Reason] {
        let texts = try reasonTexts()
        let words = try reasonWords()
        let reasons = try rows(
            asked: "SELECT id, code, kind FROM reason ORDER BY id"
        ).map { row in
            guard let kind = ReasonKind(rawValue: row["kind"]) else {
                throw StoreError.damaged(table: "reason")
            }
            let key: Int64 = row["id"]
            let listed = ListedReason(code: row["code"], texts: WrittenText(texts[key] ?? [:]))
            return Reason(listed, kind: kind, said: words[key] ?? [])
        }
        return ReasonKind.allCases.flatMap { kind in reasons.filter { $0.kind == kind } }
    }

    package func reason(_ code: String) throws -> Reason {
        guard let reason = try reasons().first(where: { $0.code == code }) else {
            throw UnknownReference(kind: .reason, text: code)
        }
        return reason
    }

    /// By code.
    func listedReasons() throws -> [String: ListedReason] {
        Dictionary(
            try reasons().map { ($0.code, $0.listed) }, uniquingKeysWith: { first, _ in first })
    }

    func reasonKey(_ code: String) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT id FROM reason WHERE code = ?")
        return try statement.fetchKey([code])
    }

    func requireReasonKey(_ code: String) throws -> Int64 {
        guard let key = try reasonKey(code) else {
            throw UnknownReference(kind: .reason, text: code)
        }
        return key
    }

    private func reasonTexts() throws -> [Int64: [Language: String]] {
        try rows(
            asked: "SELECT reason_id, language, text FROM written_text WHERE reason_id > 0"
        ).reduce(into: [:]) { texts, row in
            texts[row["reason_id"], default: [:]][Language(rawValue: row["language"])] =
                row["text"]
        }
    }

    private func reasonWords() throws -> [Int64: [ReasonWord]] {
        try rows(
            asked: """
                SELECT reason_id, is_open, starts_on, at,
                    (SELECT public_id FROM person WHERE id = actor_id) AS actor
                FROM reason_word ORDER BY id
                """
        ).reduce(into: [:]) { words, row in
            words[row["reason_id"], default: []].append(
                ReasonWord(
                    isOpen: row["is_open"], from: row["starts_on"], at: row["at"],
                    actor: row["actor"]))
        }
    }
}

extension Writing {
    /// Lists a reason that is not offered yet.
    package func addReason(code: String, kind: ReasonKind) throws {
        try insert(
            "INSERT INTO reason (code, kind, created_at) VALUES (?, ?, ?)",
            [code, kind.rawValue, now])
    }

    /// Says from when on a reason is offered, or no longer.
    package func say(
        _ code: String, isOpen: Bool, from date: LocalDate, by actor: Actor
    ) throws {
        let key = try reading.requireReasonKey(code)
        try insert(
            """
            INSERT INTO reason_word (reason_id, is_open, starts_on, at, actor_id)
            VALUES (?, ?, ?, ?, ?)
            """, [key, isOpen, date, now, try actorKey(actor)])
    }

    /// Which listed reason a text names, and what else it says.
    func listed(_ text: String) throws -> (reason: Int64?, words: String?) {
        var key: Int64?
        let parts = try ReasonText(text) { code in
            key = try reading.reasonKey(code)
            return key != nil
        }
        return (key, parts.words)
    }
}
