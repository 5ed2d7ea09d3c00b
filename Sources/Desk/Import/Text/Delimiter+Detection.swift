extension Delimiter {
    /// So many records are looked at.
    private static let sample = 50

    /// The delimiter by which most records have as many cells as the first, which has at least
    /// two; where several do, the one that cuts the first record into most.
    static func detect(in bytes: [UInt8], from start: DelimitedTextScanner.Place) -> Delimiter {
        var best: (delimiter: Delimiter, fit: Double, width: Int)?
        for candidate in candidates {
            let widths = widths(in: bytes, from: start, cutBy: candidate)
            guard let width = widths.first, width > 1 else { continue }
            let fit = Double(widths.count { $0 == width }) / Double(widths.count)
            if let best, (best.fit, best.width) >= (fit, width) { continue }
            best = (candidate, fit, width)
        }
        return best?.delimiter ?? .semicolon
    }

    /// The numbers of cells of the first records that hold anything; cut short by an error, which
    /// reading will meet again.
    private static func widths(
        in bytes: [UInt8], from start: DelimitedTextScanner.Place, cutBy delimiter: Delimiter
    ) -> [Int] {
        var scanner = DelimitedTextScanner(bytes: bytes, delimiter: delimiter, place: start)
        var widths: [Int] = []
        while widths.count < sample, let record = try? scanner.next() {
            if !record.isBlank { widths.append(record.cells.count) }
        }
        return widths
    }
}
