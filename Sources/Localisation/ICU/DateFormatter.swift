import CICU

/// A date pattern of one locale, calendar and set of digits.
///
/// Unchecked: CICU hands each call a formatter of its own; the pointer never changes and is
/// never freed.
struct DateFormatter: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// `months`, when given, stand for the calendar's months in order.
    init?(locale: String, pattern: String, months: [String]?) {
        let opened = withCStrings(months ?? []) {
            cicu_date_format_open(locale, pattern, $0, $1)
        }
        guard let opened else { return nil }
        pointer = opened
    }

    func format(dayNumber: Int) -> String? {
        icuText { cicu_date_format_day(pointer, Int64(dayNumber), $0, $1) }
    }
}

private func withCStrings<R>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>, Int) -> R
) -> R {
    let bytes = texts.map { Array($0.utf8CString) }
    let flat = Array(bytes.joined()) + [0]
    return flat.withUnsafeBufferPointer { buffer in
        var start = 0
        var pointers: [UnsafePointer<CChar>?] = bytes.map { text in
            defer { start += text.count }
            return buffer.baseAddress.map { $0 + start }
        }
        pointers.append(nil)
        return body(pointers, texts.count)
    }
}
