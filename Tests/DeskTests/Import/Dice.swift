/// Cells of what matters to spreadsheets, the same every time.
struct Dice {
    private(set) var seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    private static let pieces = [
        "=", "+", "-", "@", "'", "\"", ";", ",", "\t", "|", "\n", "\r", "\r\n", " ", "\u{A0}", "a",
        "5", ".", "＝", "＋", "\u{200F}", "\u{FEFF}", "å", "-5", "''",
    ]

    mutating func next(_ bound: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(bound))
    }

    mutating func cell() -> String {
        (0..<next(8)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
    }
}
