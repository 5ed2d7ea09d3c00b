import Balancing
import Courses
import Localisation

extension DocumentError: Wordable {
    var worded: WordedError {
        WordedError(
            .invalid, "malformedDocument",
            Message("error.document", ["count": .number(faults.count)]),
            details: faults.map(\.message))
    }
}

extension DocumentFault {
    fileprivate var message: Message {
        let place: Argument = .text(path.isEmpty ? "$" : path)
        let (line, column): (Argument, Argument) = (.number(self.line), .number(self.column))
        return switch kind {
        case .notJSON:
            Message(
                "error.document.notJSON", ["line": line, "column": column, "path": place])
        case .missing:
            Message(
                "error.document.missing", ["line": line, "column": column, "path": place])
        case .notAnObject: expected("{…}")
        case .notAList: expected("[…]")
        case .notText: expected("\"…\"")
        case .notAWholeNumber: expected("0, 1, 2, …")
        case .notTrueOrFalse: expected("true / false")
        case .notAPair: expected("[\"…\", \"…\"]")
        case .notAFraction: expected("\"1/2\"")
        case .outOfRange(let least, let most): expected("\(least) … \(most)")
        case .unknownValue(_, let known): expected(known.joined(separator: " / "))
        case .emptyText:
            Message("error.document.empty", ["line": line, "column": column, "path": place])
        case .namedTwice:
            Message("error.document.twice", ["line": line, "column": column, "path": place])
        }
    }

    private func expected(_ form: String) -> Message {
        Message(
            "error.document.expected",
            [
                "line": .number(line), "column": .number(column),
                "path": .text(path.isEmpty ? "$" : path), "expected": .text(form),
            ])
    }
}
