import Courses
import Foundation

extension RowReader {
    /// The parts that the row has, each under the script in which it is written.
    mutating func name(_ cells: [String]) -> PersonName {
        let whole = nameCell(.name, cells)
        let given = nameCell(.givenName, cells)
        let father = nameCell(.fatherName, cells)
        let grandfather = nameCell(.grandfatherName, cells)
        let family = nameCell(.familyName, cells)
        var parts = [
            (NameRole.given, given), (.father, father), (.grandfather, grandfather),
            (.family, family),
        ].compactMap { role, text in text.map { NamePart(role, $0) } }
        if let whole { parts = Self.joined(whole, parts) }
        var name = Self.byScript(parts)
        addNative(to: &name, cells)
        let isBlank = ImportColumn.nameParts.allSatisfy { columns.cell($0, of: cells) == nil }
        if name.isEmpty, isBlank { fault(.nameMissing) }
        return name
    }

    /// Under the script in which it is written; empty where nothing says it.
    mutating func preferredName(_ cells: [String]) -> PersonName {
        guard let text = nameCell(.preferredName, cells) else { return PersonName() }
        return Self.byScript([NamePart(.whole, text)])
    }

    /// With a whole name beside its parts, whichever says more; `Namn` beside `Efternamn` is the
    /// given name.
    private static func joined(_ whole: String, _ parts: [NamePart]) -> [NamePart] {
        guard !parts.isEmpty else { return [NamePart(.whole, whole)] }
        let words = Set(words(whole))
        let others = parts.flatMap { Self.words($0.text) }
        if others.allSatisfy(words.contains) {
            return words.count > others.count || parts.count == 1
                ? [NamePart(.whole, whole)] : parts
        }
        if parts.contains(where: { $0.role == .given }) { return parts }
        return [NamePart(.given, whole)] + parts
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split(separator: " ").map(String.init)
    }

    private mutating func addNative(to name: inout PersonName, _ cells: [String]) {
        let whole = nameCell(.nativeName, cells)
        let parts = [
            (NameRole.given, nameCell(.nativeGivenName, cells)),
            (.family, nameCell(.nativeFamilyName, cells)),
        ].compactMap { role, text in text.map { NamePart(role, $0) } }
        let native = whole.map { Self.joined($0, parts) } ?? parts
        guard !native.isEmpty else { return }
        let split = Self.byScript(native)
        if split.native.isEmpty {
            // Somali and Kurmanji are written in Latin letters: one name in two spellings, or
            // the same one twice.
            if name.latin.isEmpty {
                name.latin = split.latin
            } else if name.latin.map(\.text) != split.latin.map(\.text), name.native.isEmpty {
                name.native = split.latin
            }
        } else {
            name.native = split.native
            if name.latin.isEmpty { name.latin = split.latin }
        }
    }

    /// Words in Arabic or Ethiopic letters go under the native name, whichever column they stand
    /// in.
    private static func byScript(_ parts: [NamePart]) -> PersonName {
        var name = PersonName()
        for part in parts {
            if part.text.utf8.allSatisfy({ $0 < 0xCD }) {
                name.latin.append(part)
                continue
            }
            let words = part.text.split(separator: " ")
            let native = words.filter(isNative)
            let latin = words.filter { !isNative($0) }
            if !native.isEmpty {
                name.native.append(NamePart(part.role, native.joined(separator: " ")))
            }
            if !latin.isEmpty, native.isEmpty || latin.contains(where: hasLetters) {
                name.latin.append(NamePart(part.role, latin.joined(separator: " ")))
            }
        }
        return name
    }

    /// Letters of any script but Latin.
    private static func isNative(_ word: Substring) -> Bool {
        word.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x370...0x1DFF, 0x2C00...0xA71F, 0xAB70...0xFAFF, 0xFB13...0xFEFE,
                0x10000...0x3FFFF:
                scalar.properties.isAlphabetic
            default: false
            }
        }
    }

    private static func hasLetters(_ word: Substring) -> Bool {
        word.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    private mutating func nameCell(_ column: ImportColumn, _ cells: [String]) -> String? {
        guard let cell = cell(column, cells) else { return nil }
        if cell.utf8.allSatisfy(Self.isPlainNameByte) { return cell }
        let name = cell.cleanedName
        guard !name.unicodeScalars.contains(where: { $0 == "?" || $0 == "\u{FFFD}" }) else {
            fault(.lostLetters(column))
            return nil
        }
        guard name.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
            fault(.nameWithoutLetters(column))
            return nil
        }
        return name
    }

    /// Letters, with nothing to clean.
    private static func isPlainNameByte(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF)
    }
}

extension String {
    /// Composed (NFC), with single spaces and none around, and without characters that show
    /// nothing but ZWNJ and ZWJ, which Persian names need.
    var cleanedName: String {
        var result = UnicodeScalarView()
        var needsSpace = false
        var needsComposing = false
        for scalar in unicodeScalars {
            if scalar.isASCII
                ? scalar.value <= 32 || scalar.value == 127
                : scalar.properties.isWhitespace
            {
                needsSpace = !result.isEmpty
                continue
            }
            if !scalar.isASCII, scalar.isInvisible { continue }
            if needsSpace { result.append(" ") }
            needsSpace = false
            result.append(scalar)
            needsComposing = needsComposing || scalar.mayCompose
        }
        let text = String(result)
        return needsComposing ? text.precomposedStringWithCanonicalMapping : text
    }
}

extension Unicode.Scalar {
    fileprivate var isInvisible: Bool {
        if value == 0x200C || value == 0x200D { return false }
        return properties.generalCategory == .format || properties.generalCategory == .control
    }

    /// Marks that join the letter before them, and letters that are others in disguise.
    fileprivate var mayCompose: Bool {
        guard value >= 0x300 else { return false }
        return properties.canonicalCombiningClass != .notReordered || value == 0x212A
            || value == 0x212B || value == 0x2126 || (0xF900...0xFAFF).contains(value)
            || (0xFB1D...0xFB4E).contains(value) || (0x1160...0x11FF).contains(value)
    }
}
