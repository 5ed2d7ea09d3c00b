extension TextDecoding {
    /// The text repaired where it was encoded as UTF-8 twice, as if the first result had been
    /// Windows-1252 (`Ã¥` for `å`); nil when nothing in it was.
    ///
    /// Only runs that turn into letters of a script that we expect are taken back, so that
    /// `”Åsa”` and `Ä–Ö` stay as they are.
    package static func repairDoubleUTF8(_ text: String) -> String? {
        var repair = DoubleUTF8()
        for scalar in text.unicodeScalars { repair.read(scalar) }
        guard let repaired = repair.finish() else { return nil }
        return repairDoubleUTF8(repaired) ?? repaired
    }
}

/// Reads text once and writes it with its twice-encoded runs taken back.
private struct DoubleUTF8 {
    private var output: [UInt8] = []
    /// The run that is being read: as it stands, and as the bytes that Windows-1252 has for it.
    private var run: (text: [UInt8], bytes: [UInt8]) = ([], [])
    private var isRepaired = false

    mutating func read(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            close()
            output.append(UInt8(scalar.value))
        } else if let byte = Self.byte(scalar) {
            run.text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            run.bytes.append(byte)
        } else {
            close()
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// The whole text, or nil when there was nothing to repair.
    mutating func finish() -> String? {
        close()
        return isRepaired ? String(decoding: output, as: UTF8.self) : nil
    }

    private mutating func close() {
        guard !run.bytes.isEmpty else { return }
        if Self.isText(run.bytes) {
            output.append(contentsOf: run.bytes)
            isRepaired = true
        } else {
            output.append(contentsOf: run.text)
        }
        run.text.removeAll(keepingCapacity: true)
        run.bytes.removeAll(keepingCapacity: true)
    }

    /// Whether the bytes are UTF-8 throughout and mean something.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2, let text = String(validating: bytes, as: UTF8.self)
        else { return false }
        return text.unicodeScalars.allSatisfy(isExpected)
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
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return scalar.value < 0x2200 ? others[scalar] : nil
    }

    private static let others: [Unicode.Scalar: UInt8] = {
        var found: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x80)...0x9F {
            found[CodePage.western.scalar(byte) ?? Unicode.Scalar(byte)] = byte
        }
        return found
    }()
}
