package import Courses
import FoundationEssentials

/// Somebody whom an import may add, with all that is sealed about them sealed already: sealing
/// needs no database, so that it goes on beside and before the transaction.
package struct SealedPerson: Sendable {
    package let id: Person.ID
    package let person: NewPerson
    /// Set for someone who is protected from the start; their name never lies open.
    package let protection: ProtectionLevel?
    let name: Data?
    let preferredName: Data?
    let identifier: SealedValue?
    let contacts: [SealedValue]

    package init(
        _ person: NewPerson, id: Person.ID, protection: ProtectionLevel?, sealer: Sealer
    ) throws {
        self.id = id
        self.person = person
        self.protection = protection
        name = try protection.map { _ in
            try sealer.seal(try person.name.sealedForm(), context: "name \(id)")
        }
        preferredName = try protection.flatMap { _ in
            person.preferredName.isEmpty
                ? nil
                : try sealer.seal(
                    try person.preferredName.sealedForm(), context: "preferred name \(id)")
        }
        identifier = try person.identifier.map { try SealedValue($0, of: id, sealer: sealer) }
        contacts = try person.contacts.map { try SealedValue($0, of: id, sealer: sealer) }
    }
}

/// A value of a column that lies sealed, with the index by which it is found.
struct SealedValue: Sendable {
    let kind: String
    let sealed: Data
    let index: Data

    init(_ identifier: PersonIdentifier, of id: Person.ID, sealer: Sealer) throws {
        kind = identifier.kind.rawValue
        sealed = try sealer.seal(identifier.sealedForm, context: "identifier \(id)")
        index = sealer.blindIndex(of: identifier, of: id)
    }

    init(_ contact: PersonContact, of id: Person.ID, sealer: Sealer) throws {
        kind = contact.kind.rawValue
        sealed = try sealer.seal(contact.value, context: "contact \(kind) \(id)")
        index = sealer.blindIndex(contact.value, kind: kind)
    }
}

extension PersonIdentifier {
    /// The number, and its issuer on a second line.
    var sealedForm: String { issuer.map { number + "\n" + $0 } ?? number }
}

extension Sealer {
    /// By which an identity number is found; one that is not unique is found as this person's
    /// alone.
    func blindIndex(of identifier: PersonIdentifier, of id: Person.ID) -> Data {
        blindIndex(identifier.key ?? "\(identifier.number) of \(id)", kind: "identifier")
    }
}
