import Courses
internal import GRDB

// What is written of a kept person by whom somebody else has become them is noted as if the merge
// had moved it, so that it parts with whom it was said of when the merge is undone.

extension Writing {
    /// Notes that an enrolment is that of somebody merged away.
    func noteMoved(_ enrolment: Int64, in round: Int64, from alias: Int64) throws {
        for merge in try reading.merges(of: alias) {
            try execute(
                """
                INSERT INTO person_merge_row (operation_id, kind, row_id, was_id)
                VALUES (?, 'enrolment', ?, ?) ON CONFLICT DO NOTHING
                """, [merge.operation, enrolment, merge.other])
            try note(merge.operation, in: round)
        }
    }

    /// Notes that somebody merged away is in a party.
    func noteMoved(party: Int64, from alias: Int64) throws {
        for merge in try reading.merges(of: alias) {
            try execute(
                """
                INSERT INTO person_merge_party (operation_id, party_id, is_joined)
                VALUES (?, ?, 0) ON CONFLICT DO NOTHING
                """, [merge.operation, party])
        }
    }
}

extension Reading {
    /// The merges that stand by which somebody has become who they are, the first first.
    fileprivate func merges(of person: Int64) throws -> [PersonMergeRecord] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT operation_id FROM person_merge WHERE merged_id = ? AND voided_by IS NULL
                """)
        var merges: [PersonMergeRecord] = []
        var (next, seen): (Int64?, Set<Int64>) = (person, [])
        while let key = next, seen.insert(key).inserted {
            let operation = try Int64.fetchOne(statement, arguments: [key])
            guard let merge = try operation.flatMap({ try personMerge($0) }) else { break }
            merges.append(merge)
            next = merge.kept
        }
        return merges
    }

    /// Whether an enrolment goes back to somebody when their merge is undone.
    func isOwn(_ enrolment: Int64, of merged: Int64) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM person_merge_row JOIN person_merge
                    ON person_merge.operation_id = person_merge_row.operation_id
                WHERE kind = 'enrolment' AND row_id = ?1 AND was_id = ?2 AND merged_id = ?2
                    AND voided_by IS NULL
                """)
        return try Int64.fetchOne(statement, arguments: [enrolment, merged]) != nil
    }
}
