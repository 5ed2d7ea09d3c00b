import WebFiles

/// A template, style, script or picture that the program carries.
struct WebFile: Sendable {
    let name: String
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Nothing for a name that no file has.
    static func bytes(_ name: String) -> [UInt8] {
        all.first { $0.name == name }?.bytes ?? []
    }

    static let all: [WebFile] = {
        var count = 0
        return UnsafeBufferPointer(start: web_files(&count), count: count).map { file in
            WebFile(
                name: String(cString: file.name),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
        }
    }()
}
