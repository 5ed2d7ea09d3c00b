import CICU
package import Courses

/// A language's alphabetical order.
///
/// Unchecked: ICU documents a collator's const methods as safe for threads; the pointer never
/// changes and is never freed.
package struct Collation: @unchecked Sendable {
    /// Whether ICU has no order for the language, so that the root's is used: so it is for
    /// Somali, Tigrinya and Sorani.
    package let isFallback: Bool
    private let pointer: OpaquePointer?

    private static let kept = Formatters.Kept<Language, Collation>()

    package static func collation(for language: Language) -> Collation {
        kept.value(language) { Collation(language) }
    }

    private init(_ language: Language) {
        var isFallback = false
        pointer = cicu_collator_open(language.rawValue, &isFallback)
        self.isFallback = isFallback
    }

    /// The positions of the texts in their order; equal ones keep the order that they had.
    package func order(_ texts: [String]) -> [Int] {
        order(texts, by: \.self)
    }

    /// The elements in the order of their texts; equal ones keep the order that they had.
    package func sorted<Element>(
        _ elements: [Element], by text: (Element) -> String
    ) -> [Element] {
        order(elements, by: text).map { elements[$0] }
    }

    /// Makes each sort key once, all in one buffer, and compares bytes.
    private func order<Element>(_ elements: [Element], by text: (Element) -> String) -> [Int] {
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        bytes.reserveCapacity(elements.count * 16)
        ends.reserveCapacity(elements.count)
        for element in elements {
            bytes.append(contentsOf: text(element).utf8)
            ends.append(UInt32(bytes.count))
        }
        return order(bytes, ends) ?? Array(elements.indices)
    }

    private func order(_ bytes: [UInt8], _ ends: [UInt32]) -> [Int]? {
        guard let pointer, !ends.isEmpty else { return nil }
        var order = [UInt32](repeating: 0, count: ends.count)
        let isDone = bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: CChar.self) { chars in
                cicu_collator_order(pointer, chars.baseAddress, ends, ends.count, &order)
            }
        }
        return isDone ? order.map(Int.init) : nil
    }

    /// Bytes that compare as the texts do in this language, for keeping beside a name.
    package func sortKey(_ text: String) -> [UInt8] {
        guard let pointer else { return Array(text.utf8) }
        return withBytes(text) { bytes, count in
            var key = [CChar](repeating: 0, count: 128)
            let length = cicu_collator_key(pointer, bytes, count, &key, key.count)
            if length > key.count {
                key = [CChar](repeating: 0, count: length)
                _ = cicu_collator_key(pointer, bytes, count, &key, key.count)
            }
            return key.prefix(max(length, 0)).map(UInt8.init(bitPattern:))
        }
    }
}

extension Localiser {
    package var collation: Collation { .collation(for: language) }

    /// The elements in this language's alphabetical order; equal ones keep the order they had.
    package func sorted<Element>(
        _ elements: [Element], by text: (Element) -> String
    ) -> [Element] {
        collation.sorted(elements, by: text)
    }
}
