import Localisation

/// A command that was written wrong in a way that its own options tell.
enum UsageError: Error, Equatable {
    /// Options of which one at most is given.
    case oneOf([String])
    case untilBeforeFrom
    case portOutOfRange
    case certificateWithoutKey
    case proxyUnnamed
    case proxyHeaderMalformed
    case slotIncomplete
    /// A split goes into one group: one that there is, or a new one.
    case splitTarget
    case bornTwice
    case workbookNeedsFile
    case limitOutOfRange(Int, most: Int)
    case unknownEncoding(String)
    case secondsOutOfRange(String)
    case unknownOrder(String)

    var message: Message {
        switch self {
        case .oneOf(let options):
            Message("command.usage.oneScope", ["options": .list(options)])
        case .untilBeforeFrom:
            Message("command.usage.untilBeforeFrom", ["until": "--until", "from": "--from"])
        case .portOutOfRange: Message("command.usage.port")
        case .certificateWithoutKey:
            Message("command.usage.slot", ["options": .list(["--certificate", "--private-key"])])
        case .proxyUnnamed:
            Message(
                "command.usage.needs",
                [
                    "options": .list(["--proxy-scheme-header", "--trusted-proxy"]),
                    "option": "--proxy-header",
                ])
        case .proxyHeaderMalformed:
            Message(
                "command.usage.proxy",
                [
                    "headers": .list(["--proxy-header", "--proxy-scheme-header"]),
                    "addresses": "--trusted-proxy",
                ])
        case .workbookNeedsFile:
            Message(
                "command.usage.needs",
                ["options": .list(["--format xlsx"]), "option": "--output"])
        case .slotIncomplete:
            Message(
                "command.usage.slot", ["options": .list(["--weekday", "--start", "--end"])])
        case .splitTarget:
            Message("command.usage.splitTarget", ["options": .list(["--into", "--into-new"])])
        case .bornTwice: Message("command.usage.born", ["option": "--born"])
        case .limitOutOfRange(let limit, let most):
            Message(
                "command.usage.notAmong",
                [
                    "value": .text(String(limit)), "option": "--limit",
                    "values": .list(["1–\(most)"]),
                ])
        case .secondsOutOfRange(let text):
            Message("command.usage.invalid", ["value": .text(text), "option": "--time-limit"])
        case .unknownOrder(let text):
            Message(
                "command.usage.notAmong",
                [
                    "value": .text(text), "option": "--order",
                    "values": .list([
                        "most-placed", "fewest-moves", "most-even",
                        "placed,waiting,moved,short,rank,even",
                    ]),
                ])
        case .unknownEncoding(let name):
            Message(
                "command.usage.encoding",
                [
                    "text": .text(name),
                    "encodings": .list([
                        "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256",
                    ]),
                ])
        }
    }
}
