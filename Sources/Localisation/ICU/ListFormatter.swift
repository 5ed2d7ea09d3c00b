import CICU

/// Joins items with the locale's commas and "and".
///
/// Unchecked: ICU's ListFormatter holds only patterns and its `format` is const; the pointer
/// never changes and is never freed.
struct ListFormatter: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(locale: String) {
        guard let opened = cicu_list_format_open(locale) else { return nil }
        pointer = opened
    }

    func join(_ items: [String]) -> String? {
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        for item in items {
            bytes += item.utf8
            ends.append(UInt32(bytes.count))
        }
        return bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: CChar.self) { chars in
                icuText {
                    cicu_list_format_join(
                        pointer, chars.baseAddress, ends, ends.count, $0, $1)
                }
            }
        }
    }
}
