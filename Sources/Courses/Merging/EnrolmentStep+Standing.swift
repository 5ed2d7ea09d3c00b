extension EnrolmentStep {
    /// Which of one person's two enrolments in a round stands for both: that with the higher.
    package var weight: Int {
        switch self {
        case .declined: 0
        case .withdrawn: 1
        case .applied: 2
        case .waitlisted: 3
        case .offered: 4
        case .placed: 5
        }
    }

    /// Whether another enrolment may take its place: nothing is promised by it.
    package var yields: Bool {
        switch self {
        case .declined, .withdrawn, .applied, .waitlisted: true
        case .offered, .placed: false
        }
    }
}
