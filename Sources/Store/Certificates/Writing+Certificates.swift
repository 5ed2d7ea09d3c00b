package import Courses
import FoundationEssentials
internal import GRDB

extension Writing {
    /// Issues a certificate under a new number; whether it may be is asked before.
    package func issue(
        _ content: CertificateContent, to person: Person.ID, in round: Round.ID, by actor: Actor
    ) throws -> CertificateNumber {
        let number = CertificateNumber(bits: entropy.bits())
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let seal = CertificateSeal(
            number: number, person: try reading.standing(person), round: round, issuedAt: now,
            actorKey: try actorKey(actor), content: try encoder.encode(content))
        try insert(
            """
            INSERT INTO certificate (number, person_id, round_id, issued_at, actor_id, content,
                hash)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                number.plain, try reading.requireKey(person, in: .person),
                try reading.requireKey(round, in: .round), now, seal.actorKey, seal.content,
                seal.hash,
            ])
        try audit("issueCertificate", "certificate", number.description, by: actor)
        return number
    }

    /// Lets a certificate be valid no longer; it stays, and says so.
    package func void(
        _ number: CertificateNumber, _ reason: CertificateVoid.Reason, by actor: Actor
    ) throws {
        try execute(
            """
            UPDATE certificate SET void_reason = ?, voided_at = ?, void_actor_id = ?
            WHERE number = ?
            """, [reason.rawValue, now, try actorKey(actor), number.plain])
        try audit("voidCertificate", "certificate", number.description, by: actor)
    }
}
