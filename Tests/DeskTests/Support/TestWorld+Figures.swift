import Courses
import Desk
import Statistics

extension TestWorld {
    /// The figures of what has been, without what is planned and who waits.
    func heldFigures() async throws -> Figures {
        var figures = try await desk.statistics(by: [.round], as: office).total
        figures.sessionsPlanned = nil
        figures.groups = nil
        figures.waiting = nil
        return figures
    }
}
