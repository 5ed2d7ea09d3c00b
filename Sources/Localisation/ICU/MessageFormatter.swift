import CICU

/// A parsed MessageFormat pattern of one language.
///
/// Unchecked: CICU hands each call a formatter of its own (tested by many tasks at once); the
/// pointer never changes and is never freed.
struct MessageFormatter: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// Nil when the pattern is wrong.
    init?(pattern: String, locale: String) {
        let opened = withBytes(pattern) { cicu_message_open(locale, $0, $1) }
        guard let opened else { return nil }
        pointer = opened
    }

    /// A value that ICU gets: numbers may choose a plural branch, text is ready to be read.
    enum Value {
        case text(String)
        case whole(Int)
        case decimal(String)
    }

    func format(_ values: [(name: String, value: Value)]) -> String? {
        var bytes: [UInt8] = []
        var arguments: [cicu_argument] = []
        for (name, value) in values {
            arguments.append(Self.argument(name, value, &bytes))
        }
        return bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: CChar.self) { chars in
                icuText {
                    cicu_message_format(
                        pointer, chars.baseAddress, arguments, arguments.count, $0, $1)
                }
            }
        }
    }

    private static func argument(
        _ name: String, _ value: Value, _ bytes: inout [UInt8]
    ) -> cicu_argument {
        var argument = cicu_argument()
        argument.name_start = UInt32(bytes.count)
        bytes += name.utf8
        argument.name_length = UInt32(bytes.count) - argument.name_start
        argument.text_start = UInt32(bytes.count)
        switch value {
        case .text(let text):
            argument.kind = Int32(cicu_argument_text.rawValue)
            bytes += text.utf8
        case .whole(let number):
            argument.kind = Int32(cicu_argument_whole.rawValue)
            argument.number = Int64(number)
        case .decimal(let text):
            argument.kind = Int32(cicu_argument_decimal.rawValue)
            bytes += text.utf8
        }
        argument.text_length = UInt32(bytes.count) - argument.text_start
        return argument
    }
}
