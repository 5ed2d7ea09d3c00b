package import Courses
package import Localisation
package import Statistics

extension Dimension {
    /// What a column of it is called.
    package var message: Message {
        switch self {
        case .municipality: Message("command.column.municipality")
        case .programme: Message("command.column.programme")
        case .term: Message("command.column.term")
        case .round: Message("command.column.round")
        case .group: Message("command.column.group")
        case .language: Message("command.column.language")
        case .gender: Message("command.column.gender")
        case .ageBand: Message("command.column.age")
        case .mode: Message("command.column.mode")
        case .month: Message("command.column.month")
        }
    }
}

extension DimensionValue {
    package func text(_ localiser: Localiser, _ names: FigureNames) -> String {
        if case .programme(let code) = self { return names.programmes[code] ?? code }
        return text(localiser, roundNames: names.rounds)
    }

    /// - Parameter roundNames: by code; a round that is not among them is told by its code.
    package func text(_ localiser: Localiser, roundNames: [String: String] = [:]) -> String {
        switch self {
        case .municipality(let code), .programme(let code): code
        case .term(let term): localiser(term.message)
        case .round(_, let code): roundNames[code] ?? code
        case .group(_, let name): name
        case .language(let language?): localiser.languageName(language)
        case .gender(let gender): localiser(gender.message)
        case .ageBand(let band?): band.code
        case .mode(let mode): localiser(mode.message)
        case .month(let month): month.description
        case .language(nil), .ageBand(nil): localiser(Message("command.statistics.unknown"))
        }
    }
}

extension Term {
    package var message: Message {
        isAutumn
            ? Message("command.term.autumn", ["year": .text(String(year))])
            : Message("command.term.spring", ["year": .text(String(year))])
    }
}

extension Gender {
    package var message: Message {
        switch self {
        case .woman: Message("command.gender.woman")
        case .man: Message("command.gender.man")
        case .unknown: Message("command.gender.unknown")
        }
    }
}

extension SessionMode {
    package var message: Message {
        switch self {
        case .onsite: Message("command.mode.onsite")
        case .remote: Message("command.mode.remote")
        case .hybrid: Message("command.mode.hybrid")
        }
    }
}

extension Measure {
    /// What a column of it is called.
    package var message: Message {
        switch self {
        case .sessionsPlanned: Message("command.measure.sessionsPlanned")
        case .sessionsHeld: Message("command.measure.sessionsHeld")
        case .sessionsNotTaken: Message("command.measure.sessionsNotTaken")
        case .expected: Message("command.measure.expected")
        case .attended: Message("command.measure.attended")
        case .absentNotified: Message("command.measure.absentNotified")
        case .absentUnnotified: Message("command.measure.absentUnnotified")
        case .excused: Message("command.measure.excused")
        case .unmarked: Message("command.measure.unmarked")
        case .attendanceRate: Message("command.measure.attendanceRate")
        case .participations: Message("command.measure.participations")
        case .uniqueParticipants: Message("command.measure.uniqueParticipants")
        case .scheduledMinutes: Message("command.measure.scheduledMinutes")
        case .deliveredMinutes: Message("command.measure.deliveredMinutes")
        case .studyHours: Message("command.measure.studyHours")
        case .completed: Message("command.measure.completed")
        case .guests: Message("command.measure.guests")
        case .headcounts: Message("command.measure.headcounts")
        case .waiting: Message("command.measure.waiting")
        case .review: Message("command.measure.review")
        case .groups: Message("command.measure.groups")
        case .childcareChildren: Message("command.measure.childcareChildren")
        }
    }

    /// What it means, in a sentence or two.
    package var meaning: Message {
        switch self {
        case .sessionsPlanned: Message("figures.sessionsPlannedMeans")
        case .sessionsHeld: Message("figures.sessionsHeldMeans")
        case .sessionsNotTaken: Message("figures.sessionsNotTakenMeans")
        case .expected: Message("figures.expectedMeans")
        case .attended: Message("figures.attendedMeans")
        case .absentNotified: Message("figures.absentNotifiedMeans")
        case .absentUnnotified: Message("figures.absentUnnotifiedMeans")
        case .excused: Message("figures.excusedMeans")
        case .unmarked: Message("figures.unmarkedMeans")
        case .attendanceRate: Message("figures.attendanceRateMeans")
        case .participations: Message("figures.participationsMeans")
        case .uniqueParticipants: Message("figures.uniqueParticipantsMeans")
        case .scheduledMinutes: Message("figures.scheduledMinutesMeans")
        case .deliveredMinutes: Message("figures.deliveredMinutesMeans")
        case .studyHours: Message("figures.studyHoursMeans")
        case .completed: Message("figures.completedMeans")
        case .guests: Message("figures.guestsMeans")
        case .headcounts: Message("figures.headcountsMeans")
        case .waiting: Message("figures.waitingMeans")
        case .review: Message("figures.reviewMeans")
        case .groups: Message("figures.groupsMeans")
        case .childcareChildren: Message("figures.childcareChildrenMeans")
        }
    }

    package func definition(_ localiser: Localiser) -> Report.Definition {
        Report.Definition(term: localiser(message), text: localiser(meaning))
    }
}
