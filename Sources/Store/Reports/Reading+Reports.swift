package import Courses
import Cryptography
import FoundationEssentials
internal import GRDB

extension Reading {
    /// Frozen reports, the first first.
    package func reports() throws -> [FrozenReport] {
        try Row.fetchAll(db, sql: Self.selectReports + " ORDER BY report.id")
            .map { try FrozenReport(row: $0) }
    }

    package func report(_ id: FrozenReport.ID) throws -> FrozenReport {
        guard let report = try reportIfKnown(id) else {
            throw UnknownReference(kind: .report, text: id.description)
        }
        return report
    }

    package func reportIfKnown(_ id: FrozenReport.ID) throws -> FrozenReport? {
        try Row.fetchOne(
            db, sql: Self.selectReports + " WHERE report.public_id = ?", arguments: [id]
        ).map { try FrozenReport(row: $0) }
    }

    /// How far the log has come.
    package func logBound() throws -> LogBound {
        LogBound(
            act: try Int64.fetchOne(db, sql: "SELECT max(id) FROM act") ?? 0,
            operation: try Int64.fetchOne(db, sql: "SELECT max(id) FROM operation") ?? 0)
    }

    /// How many frozen reports are not what their hash says.
    package func damagedReports() throws -> Int {
        try reports().count { !$0.isIntact }
    }

    private static let selectReports = """
        SELECT report.*, person.public_id AS actor, restated.public_id AS restated
        FROM report LEFT JOIN person ON person.id = report.actor_id
            LEFT JOIN report AS restated ON restated.id = report.restates
        """
}

extension FrozenReport {
    static func hash(of content: [UInt8]) -> [UInt8] { SHA256.hash(content) }

    fileprivate init(row: Row) throws {
        let kind: String = row["kind"]
        let rounds: String = row["rounds"]
        let dimensions: String = row["dimensions"]
        let content: Data = row["content"]
        let hash: Data = row["hash"]
        // A filter stands among what the rows are broken down by: a code with an equals sign.
        let words = dimensions.split(separator: " ").map(String.init)
        guard let kind = Kind(rawValue: kind) else { throw StoreError.damaged(table: "report") }
        self.init(
            id: row["public_id"],
            parameters: Parameters(
                kind: kind,
                rounds: try rounds.split(separator: " ").map { text in
                    guard let id = Round.ID(String(text)) else {
                        throw StoreError.damaged(table: "report")
                    }
                    return id
                }, dimensions: words.filter { !$0.contains("=") },
                filter: words.filter { $0.contains("=") }),
            ruleVersion: row["rule_version"], countedAt: row["counted_at"],
            frozenAt: row["frozen_at"], actor: row["actor"],
            bound: LogBound(act: row["last_act"], operation: row["last_operation"]),
            content: Array(content), hash: Array(hash),
            isIntact: Self.hash(of: Array(content)) == Array(hash), restates: row["restated"])
    }
}

extension Writing {
    /// Stores a report, which from then on neither changes nor goes.
    ///
    /// - Parameters:
    ///   - id: one that no report has; nil for any.
    ///   - countedAt: the moment of which it tells.
    ///   - restates: what it was counted anew for.
    package func freeze(
        _ parameters: FrozenReport.Parameters, id: FrozenReport.ID? = nil, ruleVersion: Int,
        countedAt: Instant, content: [UInt8], restates: FrozenReport.ID?, by actor: Actor
    ) throws -> FrozenReport {
        let id = id ?? entropy.identifier()
        let bound = try reading.logBound()
        let restated = try restates.map { try reading.requireKey($0, in: .report) }
        try insert(
            """
            INSERT INTO report (public_id, kind, rounds, dimensions, rule_version, counted_at,
                frozen_at, actor_id, last_act, last_operation, content, hash, restates)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, parameters.kind.rawValue,
                parameters.rounds.map(\.description).joined(separator: " "),
                (parameters.dimensions + parameters.filter).joined(separator: " "), ruleVersion,
                countedAt, now,
                try actorKey(actor), bound.act, bound.operation, Data(content),
                Data(FrozenReport.hash(of: content)), restated,
            ])
        try audit("freezeReport", "report", id.description, by: actor)
        return try reading.report(id)
    }
}
