// Forms with a file come in parts (RFC 7578); text in them is UTF-8 as our pages are.

extension Form {
    /// Nil for another type.
    static func boundary(in type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let given = type.split(separator: ";").dropFirst().compactMap { part -> String? in
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
            guard pair.count == 2, pair[0].lowercased() == "boundary" else { return nil }
            return pair[1].filter { $0 != "\"" }
        }
        // RFC 2046, 5.1.1.
        return given.first.flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
    }

    /// Nil for what has no end, or text that is no UTF-8.
    init?(multipart bytes: [UInt8], boundary: String) {
        self.init()
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may stand at the very start.
        let body = Array("\r\n".utf8) + bytes
        var places = Self.places(of: delimiter, in: body)
        guard places.count > 1 else { return nil }
        let last = places.removeLast()
        guard body[(last + delimiter.count)...].starts(with: "--".utf8) else { return nil }
        for (start, end) in zip(places, places.dropFirst() + [last]) {
            guard read(part: body[(start + delimiter.count)..<end]) else { return nil }
        }
    }

    private static func places(of pattern: [UInt8], in bytes: [UInt8]) -> [Int] {
        var places: [Int] = []
        bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                var place = 0
                while place + pattern.count <= bytes.count {
                    var length = 0
                    while length < pattern.count, bytes[place + length] == pattern[length] {
                        length += 1
                    }
                    if length == pattern.count { places.append(place) }
                    place += max(length, 1)
                }
            }
        }
        return places
    }

    private mutating func read(part: ArraySlice<UInt8>) -> Bool {
        let gap = Array("\r\n\r\n".utf8)
        guard part.starts(with: gap.prefix(2)),
            let headEnd = part.indices.first(where: { part[$0...].starts(with: gap) }),
            let head = String(validating: part[..<headEnd], as: UTF8.self)
        else { return false }
        let content = part[(headEnd + gap.count)...]
        let about = head.split(whereSeparator: \.isNewline).first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let about, let name = Self.parameter("name", of: about) else { return false }
        if Self.parameter("filename", of: about) != nil {
            if !content.isEmpty, files[name] == nil { files[name] = Array(content) }
            return true
        }
        guard let text = String(validating: content, as: UTF8.self) else { return false }
        if self[name] == nil { self[name] = text }
        return true
    }

    private static func parameter(_ name: String, of header: Substring) -> String? {
        let mark = "; \(name)=\""
        guard let start = header.firstRange(of: mark)?.upperBound,
            let end = header[start...].firstIndex(of: "\"")
        else { return nil }
        return String(header[start..<end])
    }
}
