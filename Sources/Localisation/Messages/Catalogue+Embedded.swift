import CatalogueFiles
package import Courses

extension Catalogue {
    /// The catalogue that the program carries; empty when there is none or it cannot be read,
    /// which a test rules out for every language.
    package static func embedded(_ language: Language) -> Catalogue {
        let empty = Catalogue(language: language, messages: [:], notes: [:])
        guard let bytes = embeddedBytes(language) else { return empty }
        return (try? Catalogue(language: language, arb: bytes)) ?? empty
    }

    package static func embeddedBytes(_ language: Language) -> [UInt8]? {
        var count = 0
        return UnsafeBufferPointer(start: catalogue_files(&count), count: count)
            .first { String(cString: $0.name) == language.rawValue + ".arb" }
            .map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.length)) }
    }
}
