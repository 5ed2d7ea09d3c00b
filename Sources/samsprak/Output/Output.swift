import ArgumentParser
import FoundationEssentials
import Glibc

/// Where answers and errors go.
enum Output {
    /// Writes an answer, and ends with its exit code unless that is 0.
    static func finish(_ answer: Answer, asJSON: Bool) throws {
        write(asJSON ? answer.json().text : answer.text())
        if answer.exitCode != .success { throw answer.exitCode }
    }

    static func write(_ text: String) {
        write(Array(text.utf8), to: STDOUT_FILENO)
    }

    static func writeError(_ text: String) {
        write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Every byte, unless the reader has gone away.
    static func write(_ bytes: [UInt8], to file: Int32) {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
                let count = systemWrite(file, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                offset += count
            }
        }
    }

    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}

/// The system's call, which the function above hides.
private let systemWrite = write(_:_:_:)
