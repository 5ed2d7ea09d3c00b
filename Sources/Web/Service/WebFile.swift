import WebFiles

/// A template, style, script or picture that the program carries.
struct WebFile: Sendable {
    let name: String
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Nothing for a name that no file has.
    static func bytes(_ name: String) -> [UInt8] {
        carried.first { String(cString: $0.name) == name }.map(WebFile.init)?.bytes ?? []
    }

    /// Copied each time that they are asked for: they lie in the program, and need no second place.
    static var all: [WebFile] { carried.map(WebFile.init) }

    private static var carried: UnsafeBufferPointer<web_file> {
        var count = 0
        return UnsafeBufferPointer(start: web_files(&count), count: count)
    }

    private init(_ file: web_file) {
        name = String(cString: file.name)
        bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
    }
}
