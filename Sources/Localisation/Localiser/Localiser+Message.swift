import Courses

extension Localiser {
    /// The message in words.
    ///
    /// A key that this language lacks is said in Swedish, and one that no catalogue has stands
    /// for itself; tests see to it that neither happens.
    package func callAsFunction(_ message: Message) -> String {
        switch words(message.key) {
        case .plain(let text): text
        case .pattern(let formatter):
            formatter.format(message.arguments.map { ($0.key, value($0.value)) })
                ?? message.key
        }
    }

    package func text(_ key: String, _ arguments: [String: Argument] = [:]) -> String {
        self(Message(key, arguments))
    }

    private func words(_ key: String) -> Formatters.Words {
        formatters.words.value(key) {
            guard let pattern = formatters.messages[key] else {
                return language == .swedish
                    ? .plain(key) : Localiser.localiser(for: .swedish).words(key)
            }
            guard pattern.utf8.contains(where: { $0 == 0x7B || $0 == 0x27 }) else {
                return .plain(pattern)
            }
            let locale = localeTag(language, digits: digits)
            return MessageFormatter(pattern: pattern, locale: locale).map { .pattern($0) }
                ?? .plain(key)
        }
    }

    private func value(_ argument: Argument) -> MessageFormatter.Value {
        switch argument {
        case .number(let number): .whole(number)
        case .decimal(let number): .decimal(number.ascii)
        case .text(let text): .text(Bidi.isolate(text, in: direction))
        case .percent(let part, let whole):
            .text(percent(numerator: part, denominator: whole) ?? "")
        case .date(let date): .text(self.date(date, style: .long))
        case .time(let time): .text(self.time(time))
        case .language(let language): .text(languageName(language))
        case .list(let items): .text(list(items))
        }
    }
}
