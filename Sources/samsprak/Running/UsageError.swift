import Localisation

/// A command that was written wrong in a way that its own options tell.
enum UsageError: Error, Equatable {
    case moreThanOneScope
    case untilBeforeFrom
    case portOutOfRange
    /// The service and a proxy both speak TLS.
    case tlsTwice
    case certificateWithoutKey
    case proxyUnnamed
    case proxyHeaderMalformed
    case slotIncomplete
    case bornTwice
    case unknownEncoding(String)

    var message: Message {
        switch self {
        case .moreThanOneScope:
            Message(
                "command.usage.oneScope", ["options": .list(["--round", "--group", "--session"])])
        case .untilBeforeFrom:
            Message("command.usage.untilBeforeFrom", ["until": "--until", "from": "--from"])
        case .portOutOfRange: Message("command.usage.port")
        case .tlsTwice:
            Message(
                "command.usage.oneScope", ["options": .list(["--certificate", "--proxy-header"])])
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
        case .slotIncomplete:
            Message(
                "command.usage.slot", ["options": .list(["--weekday", "--start", "--end"])])
        case .bornTwice: Message("command.usage.born", ["option": "--born"])
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
