import Courses
import Store

/// A group's size on a day before anything was done to it.
struct GroupWatch {
    let group: Group
    let before: Int

    init(_ id: Group.ID, _ reading: Reading, _ date: LocalDate) throws {
        group = try reading.group(id)
        before = try Self.size(id, reading, date)
    }

    static func size(_ id: Group.ID, _ reading: Reading, _ date: LocalDate) throws -> Int {
        Set(try reading.placements(in: id).filter { $0.includes(date) }.map(\.person)).count
    }

    func change(_ writing: Writing, _ date: LocalDate) throws -> GroupChange {
        GroupChange(
            group: group.id, name: group.name, before: before,
            after: try Self.size(group.id, writing.reading, date),
            offered: try writing.reading.offered(in: group.id, on: writing.today).count,
            size: group.size)
    }
}
