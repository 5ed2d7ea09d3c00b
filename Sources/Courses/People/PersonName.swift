/// A name in ordered parts, in one or two scripts; one part alone is a name.
package struct PersonName: Sendable, Equatable, Codable {
    /// As the person's own language writes it; empty when only the Latin form is known.
    package var native: [NamePart]
    /// In Latin script; empty when only the native form is known.
    package var latin: [NamePart]

    package init(native: [NamePart] = [], latin: [NamePart] = []) {
        self.native = native
        self.latin = latin
    }

    package var isEmpty: Bool { native.isEmpty && latin.isEmpty }

    package var display: DisplayName {
        DisplayName(native: Self.joined(native), latin: Self.joined(latin))
    }

    private static func joined(_ parts: [NamePart]) -> String? {
        parts.isEmpty ? nil : parts.map(\.text).joined(separator: " ")
    }
}

/// One part of a name, in the order in which its bearer says them.
package struct NamePart: Sendable, Hashable, Codable {
    package var role: NameRole
    package var text: String

    package init(_ role: NameRole, _ text: String) {
        self.role = role
        self.text = text
    }
}

/// What a part of a name is; in Somali, Eritrean and Ethiopian names the third part is the
/// grandfather's and no surname. `whole` is a name that nobody has taken apart.
package enum NameRole: String, CaseIterable, Sendable, Codable {
    case given, father, grandfather, family, whole
}

/// A name as lists show it; of a protected person, outside the named readers, only an alias.
package struct DisplayName: Sendable, Hashable, Codable {
    package let native: String?
    package let latin: String?
    /// The alias's number; set when the name itself must not be shown.
    package let alias: Int?

    package init(native: String?, latin: String?) {
        self.native = native
        self.latin = latin
        alias = nil
    }

    package init(alias: Int) {
        native = nil
        latin = nil
        self.alias = alias
    }

    /// The form for a reader of Latin script, else the other; empty for an alias, which is
    /// worded elsewhere.
    package var primary: String { latin ?? native ?? "" }
    /// The form that `primary` did not take.
    package var secondary: String? { latin == nil ? nil : native }
}
