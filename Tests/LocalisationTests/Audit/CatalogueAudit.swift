import Courses

@testable import Localisation

/// Compares what the sources say with what the catalogues have.
struct CatalogueAudit {
    let uses: MessageUses
    let catalogues: [Language: Catalogue]
    /// Words that are the same in many languages or scripts: names and abbreviations.
    var names: Set<String> = []

    private var source: Catalogue {
        catalogues[.swedish] ?? Catalogue(language: .swedish, messages: [:], notes: [:])
    }

    func faults() -> Set<CatalogueFault> {
        Set(
            useFaults() + keyFaults() + argumentFaults() + branchFaults() + noteFaults()
                + wordFaults())
    }

    private func each(
        _ faults: (_ key: String, _ pattern: String, Language) -> [CatalogueFault]
    ) -> [CatalogueFault] {
        catalogues.flatMap { language, catalogue in
            catalogue.messages.flatMap { faults($0.key, $0.value, language) }
        }
    }

    private func useFaults() -> [CatalogueFault] {
        uses.unreadable.map { .unreadable(file: $0.file, line: $0.line) }
            + uses.uses.flatMap { use -> [CatalogueFault] in
                guard let pattern = source.messages[use.key] else {
                    return [.missing(key: use.key, .swedish)]
                }
                return faults(of: use, pattern: pattern)
            }
    }

    private func faults(of use: MessageUse, pattern: String) -> [CatalogueFault] {
        guard let pattern = MessagePattern(pattern) else { return [] }
        var faults: [CatalogueFault] = []
        if pattern.names != Set(use.arguments.keys) {
            faults.append(.useArguments(key: use.key, file: use.file, line: use.line))
        }
        for argument in pattern.arguments where argument.kind == .plural {
            let value = use.arguments[argument.name] ?? ""
            if [".text(", ".date(", ".time(", ".list(", ".language(", "\""].contains(
                where: value.hasPrefix)
            {
                faults.append(
                    .notCountable(
                        key: use.key, argument: argument.name, file: use.file, line: use.line))
            }
        }
        return faults
    }

    private func keyFaults() -> [CatalogueFault] {
        let used = Set(uses.uses.map(\.key))
        let unused = source.messages.keys.filter { !used.contains($0) }
        return unused.map { .unused(key: $0) }
            + catalogues.flatMap { language, catalogue in
                source.messages.keys.filter { catalogue.messages[$0] == nil }
                    .map { CatalogueFault.missing(key: $0, language) }
                    + catalogue.messages.keys.filter { source.messages[$0] == nil }
                    .map { CatalogueFault.extra(key: $0, language) }
            }
    }

    private func argumentFaults() -> [CatalogueFault] {
        each { key, pattern, language in
            guard let parsed = MessagePattern(pattern) else {
                return [.wrongPattern(key: key, language)]
            }
            let names = source.messages[key].flatMap(MessagePattern.init)?.names
            return names == nil || names == parsed.names ? [] : [.arguments(key: key, language)]
        }
    }

    private func branchFaults() -> [CatalogueFault] {
        each { key, pattern, language in
            MessagePattern(pattern)?.arguments.flatMap { argument in
                faults(of: argument, key: key, language)
            } ?? []
        }
    }

    private func faults(
        of argument: MessagePattern.Argument, key: String, _ language: Language
    ) -> [CatalogueFault] {
        let found = Set(argument.selectors.filter { !$0.hasPrefix("=") })
        let needed: Set<String>
        switch argument.kind {
        case .plain, .simple: return []
        case .plural: needed = Set(Plurals.categories(language.rawValue))
        case .select: needed = sourceSelectors(argument.name, key: key)
        // Nothing in the house needs ordinals, and `choice` knows no plural rules.
        case .ordinal, .choice:
            return [.unknownBranch(key: key, language, argument.kind.rawValue)]
        }
        return needed.subtracting(found).map { .missingBranch(key: key, language, $0) }
            + found.subtracting(needed).map { .unknownBranch(key: key, language, $0) }
    }

    private func sourceSelectors(_ name: String, key: String) -> Set<String> {
        let arguments = source.messages[key].flatMap(MessagePattern.init)?.arguments ?? []
        return Set(arguments.filter { $0.name == name }.flatMap(\.selectors))
    }

    private func noteFaults() -> [CatalogueFault] {
        each { key, _, language in
            let note = catalogues[language]?.notes[key]
            var faults: [CatalogueFault] = []
            if note?.reviewed == nil { faults.append(.noReviewed(key: key, language)) }
            guard language == .swedish else { return faults }
            if (note?.description ?? "").isEmpty { faults.append(.noDescription(key: key)) }
            if note?.audience == nil { faults.append(.noAudience(key: key)) }
            return faults
        }
    }
}
