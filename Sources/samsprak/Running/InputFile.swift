import FoundationEssentials

/// What a command is given to read; `-` is standard input.
enum InputFile {
    static func bytes(_ path: String) throws(CommandError) -> [UInt8] {
        if path == "-" { return standardInput() }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .fileUnreadable(path: path)
        }
        return Array(data)
    }

    static func text(_ path: String) throws(CommandError) -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try? FileHandle.standardInput.read(upToCount: 1 << 20), !chunk.isEmpty {
            bytes.append(contentsOf: chunk)
        }
        return bytes
    }
}
