import Courses
import Desk
import Hummingbird
import Statistics

/// What an address asks of the rows behind a number: the table's own question, the measure, and
/// the row, `/figures/rows?by=language&term=2019-ht&measure=attended&key.language=ar`.
struct RowsQuestion: Sendable, Equatable {
    /// Of the table that the number stands in.
    let table: FiguresQuestion
    let number: CountedNumber
    let key: FiguresKey
    let page: Int

    private static let keyPrefix = "key."

    init(
        _ table: FiguresQuestion, _ number: CountedNumber = .measure(.uniqueParticipants),
        key: FiguresKey = FiguresKey(), page: Int = 1
    ) {
        self.table = table
        self.number = number
        self.key = key
        self.page = page
    }

    /// Without a measure the different participants are meant.
    ///
    /// - Throws: `Refusal.asked` for what nothing here is called.
    init(_ request: Request) throws {
        var fields: [(name: Substring, value: Substring)] = []
        var keys: [(name: String, value: String)] = []
        var (measure, page) = (Measure.uniqueParticipants.rawValue, 1)
        for (name, value) in request.uri.queryParameters {
            switch name {
            case "measure": measure = String(value)
            case "page": page = Int(value) ?? 1
            case let name where name.hasPrefix(Self.keyPrefix):
                keys.append((String(name.dropFirst(Self.keyPrefix.count)), String(value)))
            default: fields.append((name, value))
            }
        }
        let (asked, key) = (measure, keys)
        let number = try Refusal.asked {
            guard let number = CountedNumber(code: asked) else {
                throw FiguresFilterError.unknownNumber(asked)
            }
            return number
        }
        self.init(
            try FiguresQuestion(fields), number,
            key: try Refusal.asked { try FiguresKey(asked: key) }, page: page)
    }

    func about(_ number: CountedNumber) -> RowsQuestion {
        RowsQuestion(table, number, key: key)
    }

    func at(page: Int) -> RowsQuestion {
        RowsQuestion(table, number, key: key, page: page)
    }

    func address(_ path: String = "/figures/rows") -> String {
        let table = table.address(path)
        var asked = ["measure=" + number.code]
        for dimension in key.dimensions {
            let value = LocalAddress.encoded(key[dimension] ?? "")
            asked.append(Self.keyPrefix + dimension.rawValue + "=" + value)
        }
        if page > 1 { asked.append("page=\(page)") }
        return table + (table.contains("?") ? "&" : "?") + asked.joined(separator: "&")
    }
}
