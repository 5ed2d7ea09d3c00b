/// Compares names part by part, whatever order and script they are in.
package enum NameMatching {
    /// The least score that is worth a person's look.
    package static let threshold = 0.7

    /// Compares two people by all the writings of their names; the best pair of them speaks.
    package static func compare(
        _ one: [NameForm], born: Int? = nil, _ other: [NameForm], born otherBorn: Int? = nil
    ) -> NameComparison {
        var best = NamePairing.none
        for form in one where !form.isEmpty {
            for otherForm in other where !otherForm.isEmpty {
                let pairing = NamePairing(form, otherForm)
                if pairing.score > best.score { best = pairing }
            }
        }
        return judge(best, BirthYears(born, otherBorn))
    }

    private static func judge(_ pairing: NamePairing, _ years: BirthYears) -> NameComparison {
        let score = min(1, max(0, years.applied(to: pairing.score)))
        let rounded = (score * 1000).rounded() / 1000
        return NameComparison(
            score: rounded, isSuggested: rounded >= threshold,
            reasons: pairing.reasons + years.reasons)
    }
}

/// What two years of birth say.
struct BirthYears {
    private let apart: Int?

    init(_ one: Int?, _ other: Int?) {
        if let one, let other { apart = abs(one - other) } else { apart = nil }
    }

    func applied(to score: Double) -> Double {
        switch apart {
        case nil: score
        case 0: score > 0.55 ? score + (1 - score) * 0.35 : score
        case 1: score * 0.96
        default: score * 0.6
        }
    }

    var reasons: [NameReason] {
        switch apart {
        case nil: []
        case 0: [.sameBirthYear]
        case 1: [.nearBirthYear]
        default: [.otherBirthYear]
        }
    }
}
