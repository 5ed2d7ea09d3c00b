internal import GRDB

extension Writing {
    /// Of people who go with an undone import no merge is left, not even one that was undone.
    func forgetMerges(ofImported key: Int64) throws {
        let imported = "(SELECT id FROM person WHERE operation_id = ?1)"
        let merges = """
            (SELECT operation_id FROM person_merge
                WHERE kept_id IN \(imported) OR merged_id IN \(imported))
            """
        for table in [
            "person_merge_row", "person_merge_mark", "person_merge_party", "person_merge_staff",
            "person_merge_fill",
        ] {
            try execute("DELETE FROM \(table) WHERE operation_id IN \(merges)", [key])
        }
        for statement in [
            "DELETE FROM person_merge WHERE kept_id IN \(imported) OR merged_id IN \(imported)",
            "DELETE FROM person_keeping WHERE person_id IN \(imported)",
            """
            DELETE FROM person_distinction WHERE first_id IN \(imported)
                OR second_id IN \(imported)
            """,
        ] {
            try execute(statement, [key])
        }
    }
}
