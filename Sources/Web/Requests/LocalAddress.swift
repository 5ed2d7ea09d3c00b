/// Addresses on this service, which forms and links may lead back to.
enum LocalAddress {
    /// The address if it stays here: a path, and at most a query; else nil.
    static func checked(_ address: String?) -> String? {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"),
            address.utf8.count <= 500, !address.hasPrefix("/sign-in"),
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return address
    }

    /// Percent-encoded for a query's value.
    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                Character(Unicode.Scalar(byte)).isASCII
                && (Character(Unicode.Scalar(byte)).isLetter
                    || Character(Unicode.Scalar(byte)).isNumber || "-._~/".utf8.contains(byte))
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
