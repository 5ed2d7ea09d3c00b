/// What a look through bytes as UTF-8 finds.
struct UTF8Scan {
    /// The first place that is not UTF-8.
    private(set) var fault: DecodingFault?
    /// How many letters outside ASCII are well formed.
    private(set) var letters = 0
    /// How many places are not UTF-8.
    private(set) var faults = 0

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                if buffer[index] < 0x80 { index += 1 } else { look(buffer, &index) }
            }
        }
    }

    /// Table 3-7 of the Unicode standard: which bytes may follow which.
    private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        let lead = bytes[index]
        let length = Self.length(lead)
        var following = 1
        while following < length, index + following < bytes.count,
            Self.mayFollow(bytes[index + following], lead, following)
        {
            following += 1
        }
        if length > 0, following == length {
            letters += 1
        } else {
            faults += 1
            let isCut = length > 0 && index + following == bytes.count
            fault = fault ?? (isCut ? .cutShort(offset: index) : .malformed(offset: index))
        }
        index += following
    }

    private static func length(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    private static func mayFollow(_ byte: UInt8, _ lead: UInt8, _ place: Int) -> Bool {
        switch (lead, place) {
        case (0xE0, 1): (0xA0...0xBF).contains(byte)
        case (0xED, 1): (0x80...0x9F).contains(byte)
        case (0xF0, 1): (0x90...0xBF).contains(byte)
        case (0xF4, 1): (0x80...0x8F).contains(byte)
        default: (0x80...0xBF).contains(byte)
        }
    }
}
