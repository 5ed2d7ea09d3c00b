package import Courses

/// Why a step of an enrolment was not taken; nothing was changed.
package enum EnrolmentError: Error, Sendable, Equatable {
    case nobodyNamed
    case stepImpossible(Person.ID, from: EnrolmentStep, to: EnrolmentStep)
    case notOffered(Person.ID)
    /// It could be accepted up to and with this day.
    case offerExpired(Person.ID, on: LocalDate)
    case lastDayPast(LocalDate)
    case inTheFuture(LocalDate)
    case priorityOutOfRange(Int)
    case childcareOutOfRange(Int)
}
