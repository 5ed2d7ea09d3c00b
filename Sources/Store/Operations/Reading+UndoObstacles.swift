package import Courses
internal import GRDB

extension Reading {
    /// Everything that stands in the way of undoing an operation; empty when nothing does.
    package func obstacles(toUndoing operation: OperationRecord, at now: Instant) throws
        -> [UndoObstacle]
    {
        if operation.undoneBy != nil { return [.alreadyUndone] }
        if !operation.kind.isUndoable {
            return [.notUndoable(operation.kind)]
        }
        let key = try requireKey(operation.id, in: .operation)
        if operation.kind == .mergePeople { return try obstacles(toUnmerging: key) }
        if operation.kind == .keepPerson { return try obstacles(toUnkeeping: key) }
        var obstacles: [UndoObstacle] = []
        let begun = try sessionsBegun(since: operation, key, at: now)
        if !begun.isEmpty { obstacles.append(.sessionsBegun(begun)) }
        var later = try laterOperations(restingOn: key)
        later += try mergesResting(on: key).filter { !later.contains($0) }
        if !later.isEmpty { obstacles.append(.restedOnBy(later)) }
        var spoken = try sessionsSpokenOf(key)
        if operation.kind == .importPeople, spoken.isEmpty {
            spoken = try sessionsWithActs(aboutPeopleOf: key)
        }
        if !spoken.isEmpty { obstacles.append(.spokenOf(sessions: spoken)) }
        let granted = try groupsGranted(openedBy: key)
        if !granted.isEmpty { obstacles.append(.grantedGroups(granted)) }
        for use in PersonUse.allCases {
            let people = try people(broughtBy: key, nowIn: use)
            if !people.isEmpty { obstacles.append(.inUse(use, people)) }
        }
        return obstacles
    }
}
