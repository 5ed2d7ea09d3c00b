import CICU
import Courses
import Glibc
import Localisation

/// The product's sorting of names against ICU's sort keys, made and compared.
struct SortingBenchmark {
    private let names = Names.mixed(100_000)

    func run() throws -> [Comparison] {
        try ["sv", "ar"].map { tag in
            let localiser = Localiser.localiser(for: Language(rawValue: tag))
            var (measured, yardstick): ([Double], [Double]) = ([], [])
            for _ in 0..<7 {
                var (ours, theirs): ([String], [String]) = ([], [])
                measured.append(milliseconds { ours = localiser.sorted(names) { $0 } })
                yardstick.append(try milliseconds { theirs = try sortedByKeys(tag) })
                guard ours == theirs else { throw BenchmarkError.notTheSame("sorted \(tag)") }
            }
            return Comparison(
                name: "sorting 100,000 names (\(tag))", unit: .milliseconds,
                measured: measured.median, yardstick: yardstick.median,
                against: "ICU's sort keys, made and compared", target: .ratioAtMost(1.2))
        }
    }

    /// Every key in one buffer; positions sorted by their bytes, equal ones by place.
    private func sortedByKeys(_ tag: String) throws -> [String] {
        var isFallback = false
        guard let collator = cicu_collator_open(tag, &isFallback) else {
            throw BenchmarkError.notTheSame("no collator")
        }
        var keys: [UInt8] = []
        var ends: [Int] = [0]
        keys.reserveCapacity(names.count * 40)
        var key = [CChar](repeating: 0, count: 1024)
        for var name in names {
            let length = name.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { letters in
                    letters.baseAddress.map {
                        cicu_collator_key(collator, $0, letters.count, &key, key.count)
                    } ?? 0
                }
            }
            key.withUnsafeBytes { keys.append(contentsOf: $0.prefix(length)) }
            ends.append(keys.count)
        }
        return keys.withUnsafeBytes { keys in
            names.indices.sorted { left, right in
                let (one, other) = (
                    keys[ends[left]..<ends[left + 1]], keys[ends[right]..<ends[right + 1]]
                )
                let shorter = min(one.count, other.count)
                guard let from = UnsafeRawBufferPointer(rebasing: one).baseAddress,
                    let to = UnsafeRawBufferPointer(rebasing: other).baseAddress
                else { return one.count < other.count }
                let order = memcmp(from, to, shorter)
                if order != 0 { return order < 0 }
                return one.count == other.count ? left < right : one.count < other.count
            }.map { names[$0] }
        }
    }
}
