/// Keeping text of one direction from turning text of the other around.
package enum Bidi {
    private static let firstStrongIsolate = "\u{2068}"
    private static let popIsolate = "\u{2069}"
    private static let leftToRightMark = "\u{200E}"

    /// The text between FSI and PDI, so that its direction stays inside it.
    package static func isolate(_ text: String) -> String {
        firstStrongIsolate + text + popIsolate
    }

    /// The text isolated if it could disturb or be disturbed by its surroundings: right-to-left
    /// letters in a left-to-right line; anything but letters and blanks of its own direction in a
    /// right-to-left one. What is isolated as a whole already stays as it is.
    package static func isolate(_ text: String, in direction: Direction) -> String {
        guard !text.isEmpty, !isIsolated(text) else { return text }
        switch direction {
        case .leftToRight:
            return text.unicodeScalars.contains(where: isRightToLeft) ? isolate(text) : text
        case .rightToLeft:
            let safe = text.unicodeScalars.allSatisfy { isRightToLeft($0) || isNeutralInside($0) }
            return safe ? text : isolate(text)
        }
    }

    private static func isIsolated(_ text: String) -> Bool {
        let letters = text.unicodeScalars
        return letters.first == "\u{2068}" && letters.last == "\u{2069}"
            && letters.count { $0 == "\u{2068}" || $0 == "\u{2069}" } == 2
    }

    /// A phone number, code or address for plain text, which reads from left to right in any
    /// line.
    package static func leftToRight(_ text: String) -> String {
        leftToRightMark + text
    }

    /// Letters and marks of the scripts that run from right to left, without digits.
    private static func isRightToLeft(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0x0660...0x0669, 0x06F0...0x06F9, 0x0600...0x0605: false
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF: true
        default: false
        }
    }

    private static func isNeutralInside(_ letter: Unicode.Scalar) -> Bool {
        letter == " " || letter == "\u{200C}" || letter == "\u{200D}"
    }
}
