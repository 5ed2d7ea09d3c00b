import CICU

/// Writes numbers or percentages of one locale.
///
/// Unchecked: ICU documents its LocalizedNumberFormatter as immutable and safe for threads; the
/// pointer never changes and is never freed.
struct NumberFormatter: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// With `decimals` digits after the mark, or as many as the number has when nil.
    init?(locale: String, percent: Bool = false, decimals: Int? = nil) {
        guard let opened = cicu_number_format_open(locale, percent, Int32(decimals ?? -1))
        else { return nil }
        pointer = opened
    }

    /// The number is written in ASCII: `-12.50`.
    func format(_ number: String) -> String? {
        withBytes(number) { bytes, count in
            icuText { cicu_number_format_decimal(pointer, bytes, count, $0, $1) }
        }
    }
}
