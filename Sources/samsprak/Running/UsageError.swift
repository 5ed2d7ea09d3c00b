import Localisation

/// A command that was written wrong in a way that its own options tell.
enum UsageError: Error, Equatable {
    case moreThanOneScope
    case untilBeforeFrom
    case portOutOfRange
    case slotIncomplete
    /// A split goes into one group: one that there is, or a new one.
    case splitTarget
    case unknownEncoding(String)

    var message: Message {
        switch self {
        case .moreThanOneScope:
            Message(
                "command.usage.oneScope", ["options": .list(["--round", "--group", "--session"])])
        case .untilBeforeFrom:
            Message("command.usage.untilBeforeFrom", ["until": "--until", "from": "--from"])
        case .portOutOfRange: Message("command.usage.port")
        case .slotIncomplete:
            Message(
                "command.usage.slot", ["options": .list(["--weekday", "--start", "--end"])])
        case .splitTarget:
            Message("command.usage.splitTarget", ["options": .list(["--into", "--into-new"])])
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
