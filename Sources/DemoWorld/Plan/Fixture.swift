import FixtureFiles

/// The fixtures that the program carries.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        var count = 0
        let file = UnsafeBufferPointer(start: fixture_files(&count), count: count)
            .first { String(cString: $0.name) == name }
        guard let file else { throw DemoWorldError.fixtureMissing(name) }
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
    }

    /// The lines of a table, each as its fields.
    static func table(_ name: String) throws -> [[String]] {
        String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}

/// A fixture that doesn't fit the others; the tests build the world and so rule it out.
package enum DemoWorldError: Error, Sendable, Equatable {
    case fixtureMissing(String)
    /// A line in a table or an event names something that isn't there.
    case unknown(String)
    /// An event lacks what its kind needs.
    case incomplete(String)
}
