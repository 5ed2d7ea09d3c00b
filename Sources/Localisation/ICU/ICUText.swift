import CICU

/// Text that a CICU function writes: asks once with room for a short text, and again with as
/// much as it then says is needed. Nil when ICU refused.
func icuText(
    _ write: (UnsafeMutablePointer<CChar>, Int) -> Int
) -> String? {
    switch attempt(capacity: 512, write) {
    case .text(let text): text
    case .refused: nil
    case .needs(let length):
        if case .text(let text) = attempt(capacity: length, write) { text } else { nil }
    }
}

private enum Attempt {
    case text(String)
    case needs(Int)
    case refused
}

private func attempt(
    capacity: Int, _ write: (UnsafeMutablePointer<CChar>, Int) -> Int
) -> Attempt {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        guard let start = buffer.baseAddress else { return .refused }
        let length = write(start, capacity)
        if length < 0 { return .refused }
        if length > capacity { return .needs(length) }
        return .text(
            String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self))
    }
}

/// Calls with the text's bytes, which need no closing zero.
func withBytes<R>(_ text: String, _ body: (UnsafePointer<CChar>, Int) -> R) -> R {
    var text = text
    return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { chars in
            withUnsafePointer(to: 0 as CChar) { body(chars.baseAddress ?? $0, chars.count) }
        }
    }
}
