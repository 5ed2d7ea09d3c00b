extension EnrolmentStanding {
    /// Which of one person's two enrolments in a round stands for both: that with the higher,
    /// unless either has left a place.
    package var weight: Int {
        switch self {
        case .declined: 0
        case .withdrawn: 1
        case .applied: 2
        case .expired: 3
        case .waitlisted: 4
        case .offered: 5
        case .placed: 6
        }
    }

    /// Whether no place is wanted any longer.
    package var hasEnded: Bool { self == .withdrawn || self == .declined }

    /// Whether another enrolment may take its place: nothing is promised by it.
    package var yields: Bool {
        switch self {
        case .declined, .withdrawn, .applied, .expired, .waitlisted: true
        case .offered, .placed: false
        }
    }
}
