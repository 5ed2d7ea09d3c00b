import WebFiles

/// A template or style that the program carries.
struct WebFile: Sendable {
    let name: String
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    static let all: [WebFile] = {
        var count = 0
        return UnsafeBufferPointer(start: web_files(&count), count: count).map { file in
            WebFile(
                name: String(cString: file.name),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
        }
    }()
}
