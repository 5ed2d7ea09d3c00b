import FoundationEssentials
import Glibc

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
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes {
                read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk.prefix(count))
        }
    }
}
