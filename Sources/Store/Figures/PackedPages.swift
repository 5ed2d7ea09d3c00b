/// A page of what is kept.
struct KeptPage: Hashable, Sendable {
    let kind: KeptKind
    let page: Int64

    /// What it follows from.
    var table: String {
        switch kind {
        case .session, .marks: "session"
        case .people: "person"
        case .enrolments: "enrolment"
        }
    }
}

/// Packed pages of a kind in their order, copied for whoever unpacks them on another thread.
struct PackedPages: Sendable {
    let kind: KeptKind
    private var bytes: [UInt8] = []
    private var pages: [(page: Int64, end: Int)] = []

    init(_ kind: KeptKind) {
        self.kind = kind
    }

    /// How many bytes.
    var size: Int { bytes.count }

    /// The most keys that can stand on them.
    var room: Int { pages.count << kind.pageBits }

    mutating func add(_ page: Int64, _ packed: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: packed)
        pages.append((page, bytes.count))
    }

    @inline(__always)
    func forEach(_ body: (_ page: KeptPage, _ bytes: UnsafeRawBufferPointer) -> Void) {
        bytes.withUnsafeBytes { bytes in
            var start = 0
            for (page, end) in pages {
                body(
                    KeptPage(kind: kind, page: page),
                    UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                start = end
            }
        }
    }
}
