package import Courses
import Cryptography
import FoundationEssentials
internal import GRDB

extension Reading {
    /// All of a round, the first first.
    package func certificates(in round: Round.ID) throws -> [Certificate] {
        try certificates(
            "WHERE certificate.round_id = (SELECT id FROM round WHERE public_id = ?)", [round])
    }

    package func certificate(_ number: CertificateNumber) throws -> Certificate? {
        try certificates("WHERE certificate.number = ?", [number.plain]).first
    }

    /// Those that are not what their hash says.
    package func damagedCertificates() throws -> [CertificateNumber] {
        try certificates("", []).filter { !$0.isIntact }.map(\.number)
    }

    /// How many stand for what another stands for.
    package func doubleCertificates() throws -> Int {
        let double = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM certificate AS one JOIN certificate AS other
                    ON other.person_id = one.person_id AND other.round_id = one.round_id
                        AND other.id > one.id
                WHERE one.voided_at IS NULL AND other.voided_at IS NULL
                """)
        return double ?? 0
    }

    private func certificates(
        _ condition: String, _ arguments: StatementArguments
    ) throws -> [Certificate] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT certificate.*, round.public_id AS round, person.public_id AS named,
                    kept.public_id AS person, issuer.public_id AS issuer,
                    voider.public_id AS voider,
                    certificate.voided_at IS NULL AND EXISTS (
                        SELECT 1 FROM certificate AS earlier
                            JOIN person AS other ON other.id = earlier.person_id
                        WHERE earlier.round_id = certificate.round_id
                            AND earlier.id < certificate.id AND earlier.voided_at IS NULL
                            AND coalesce(other.merged_into, other.id) = kept.id) AS is_second
                FROM certificate JOIN round ON round.id = round_id
                    JOIN person ON person.id = person_id
                    JOIN person AS kept ON kept.id = coalesce(person.merged_into, person.id)
                    LEFT JOIN person AS issuer ON issuer.id = certificate.actor_id
                    LEFT JOIN person AS voider ON voider.id = void_actor_id
                \(condition) ORDER BY certificate.id
                """, arguments: arguments
        ).map { try Certificate(row: $0) }
    }
}

/// What a certificate's hash is made of.
struct CertificateSeal {
    let number: CertificateNumber
    /// As it was issued to, whoever they have become.
    let person: Person.ID
    let round: Round.ID
    let issuedAt: Instant
    let actorKey: Int64?
    let content: Data

    var hash: Data {
        let head = [
            number.plain, person.description, round.description,
            String(issuedAt.milliseconds), actorKey.map { String($0) } ?? "operator", "",
        ].joined(separator: "\n")
        return Data(SHA256.hash(Array(head.utf8) + content))
    }
}

extension Certificate {
    /// One that is damaged is told as that, by its number, and stands in nobody's way.
    fileprivate init(row: Row) throws {
        let text: String = row["number"]
        let stored: Data = row["content"]
        let hash: Data = row["hash"]
        guard let number = CertificateNumber(stored: text) else {
            throw StoreError.damaged(table: "certificate")
        }
        let content = try? JSONDecoder().decode(CertificateContent.self, from: stored)
        let seal = CertificateSeal(
            number: number, person: row["named"], round: row["round"],
            issuedAt: row["issued_at"], actorKey: row["actor_id"], content: stored)
        self.init(
            number: number, person: row["person"], round: row["round"],
            issuedAt: row["issued_at"], actor: row["issuer"], content: content,
            isIntact: content != nil && seal.hash == hash, void: CertificateVoid(row: row),
            isSecond: row["is_second"])
    }
}

extension CertificateVoid {
    fileprivate init?(row: Row) {
        let reason: String? = row["void_reason"]
        guard let reason = reason.flatMap(Reason.init(rawValue:)) else { return nil }
        self.init(reason: reason, at: row["voided_at"], actor: row["voider"])
    }
}
