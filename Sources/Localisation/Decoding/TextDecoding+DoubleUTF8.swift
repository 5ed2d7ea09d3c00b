extension TextDecoding {
    /// The text repaired where it was encoded as UTF-8 twice, as if the first result had been
    /// Windows-1252 (`Ã¥` for `å`); nil when nothing in it was.
    ///
    /// Only runs that turn into letters of a script that we expect are taken back, so that
    /// `”Åsa”` and `Ä–Ö` stay as they are.
    package static func repairDoubleUTF8(_ text: String) -> String? {
        var result = String.UnicodeScalarView()
        var run: [(scalar: Unicode.Scalar, byte: UInt8)] = []
        var isRepaired = false
        func close() {
            if let letters = decoded(run.map(\.byte)) {
                result.append(contentsOf: letters)
                isRepaired = true
            } else {
                result.append(contentsOf: run.map(\.scalar))
            }
            run.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x80, let byte = bytes[scalar] {
                run.append((scalar, byte))
            } else {
                close()
                result.append(scalar)
            }
        }
        close()
        return isRepaired ? repairDoubleUTF8(String(result)) ?? String(result) : nil
    }

    /// The letters of a run that is UTF-8 throughout and means something.
    private static func decoded(_ bytes: [UInt8]) -> String.UnicodeScalarView? {
        guard bytes.count >= 2, let text = String(validating: bytes, as: UTF8.self),
            text.unicodeScalars.allSatisfy(isExpected)
        else { return nil }
        return text.unicodeScalars
    }

    /// Letters of Western Europe, Arabic and Ethiopic, and the marks that word processors set.
    private static func isExpected(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0xA0...0xFF: true
        case 0x0620...0x06FF, 0x060C, 0x061B, 0x061F: true
        case 0x1200...0x139F: true
        case 0x200B...0x200F, 0x2010...0x2026, 0x20AC: true
        default: false
        }
    }

    /// Windows-1252 backwards, with the C1 controls for the five bytes that it leaves empty.
    private static let bytes: [Unicode.Scalar: UInt8] = {
        var found: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x80)...0xFF {
            found[CodePage.western.scalar(byte) ?? Unicode.Scalar(byte)] = byte
        }
        return found
    }()
}
