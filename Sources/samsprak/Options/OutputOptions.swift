import ArgumentParser
import Courses
import FoundationEssentials
import Localisation

/// How a command answers.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Language of the answer: sv en ar so fa-AF ti ckb ku, a synonym (prs, kmr) or a name.",
            valueName: "language"))
    var language: String?

    @Flag(help: "Answer in JSON, also when something goes wrong.")
    var json = false

    /// - Throws: `CommandError` for a language that there is no catalogue for.
    func localiser() throws -> Localiser {
        guard let language else { return .localiser(for: Self.surroundings) }
        return .localiser(for: try Language.catalogueLanguage(language))
    }

    static func localiser(orDefaultFor language: String?) -> Localiser {
        let wanted = language.flatMap { try? Language.catalogueLanguage($0) }
        return .localiser(for: wanted ?? surroundings)
    }

    /// The shell's language where it is one of ours, else Swedish.
    private static var surroundings: Language {
        let environment = ProcessInfo.processInfo.environment
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let tag = locale.prefix { $0 != "." && $0 != "@" }
        guard tag != "C", tag != "POSIX", let language = LanguageTags.language(String(tag)),
            Language.catalogue.contains(language)
        else { return .swedish }
        return language
    }
}

extension Language {
    /// One of the eight, by its tag, a synonym of it or a name.
    static func catalogueLanguage(_ text: String) throws(CommandError) -> Language {
        let language = try named(text)
        guard catalogue.contains(language) else { throw .noCatalogue(language) }
        return language
    }

    /// Any language that is known, by its tag, a synonym of it or a name.
    static func named(_ text: String) throws(CommandError) -> Language {
        // The usual tags need no tables of names.
        if let plain = catalogue.first(where: { $0.rawValue == text }) { return plain }
        switch LanguageNames.parse(text) {
        case .language(let language): return language
        case .ambiguous(let languages): throw .ambiguousLanguage(text, languages)
        case .unknown: throw .unknownLanguage(text)
        }
    }
}
