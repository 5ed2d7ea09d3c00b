package import Courses
import FoundationEssentials
internal import Store

extension Desk {
    /// Both persons side by side, what would move to the one who is kept, and what stands in the
    /// way; nothing is changed.
    package func previewMerge(
        of other: Person.ID, into kept: Person.ID, as actor: Actor
    ) async throws -> MergePreview {
        try await write(dryRun: true) { writing in
            try writing.requireMerging(other, kept, by: actor)
            return try writing.previewMerge(of: other, into: kept, as: actor)
        }
    }

    /// Makes two persons one; `undo` makes them two again.
    ///
    /// - Parameter basis: of the preview that was shown; nil for who saw none.
    /// - Throws: `MergeError.obstacles` with all that stands in the way.
    @discardableResult
    package func mergePeople(
        _ other: Person.ID, into kept: Person.ID, reason: String? = nil, basis: String? = nil,
        as actor: Actor, dryRun: Bool = false
    ) async throws -> MergedPeople {
        try await write(dryRun: dryRun) { writing in
            try writing.requireMerging(other, kept, by: actor)
            if let basis { try writing.check(basis, other, kept, as: actor) }
            let obstacles = try writing.reading.obstacles(
                toMerging: other, into: kept, on: writing.today)
            guard obstacles.isEmpty else { throw MergeError.obstacles(obstacles) }
            return try writing.mergePeople(other, into: kept, reason: reason, as: actor)
        }
    }

    /// A merge that was made, and whether it still stands; what it did, but for what people are
    /// called and known by, of which nothing was moved.
    package func mergedPeople(
        by operation: OperationID, as actor: Actor
    ) async throws -> MergedPeople {
        let today = today
        return try await store.read { reading in
            try reading.requireMerge(operation, actor, on: today)
            return try reading.merged(by: operation)
        }
    }

    /// Both persons, the kept one first, as they would be if a merge were undone; nil where
    /// something stands in its way. Nothing is changed.
    package func previewUnmerge(
        _ id: OperationID, as actor: Actor
    ) async throws -> [MergeSide]? {
        try await write(dryRun: true) { writing in
            let reading = writing.reading
            try reading.requireMerge(id, actor, on: writing.today)
            let merged = try reading.merged(by: id)
            let operation = try reading.operation(id)
            guard try reading.obstacles(toUndoing: operation, at: writing.now).isEmpty else {
                return nil
            }
            let undo = try writing.begin(.undo, on: writing.today, by: actor, undoing: id)
            try writing.void(id, by: undo)
            return try [merged.kept.id, merged.other].map { try reading.mergeSide($0) }
        }
    }
}

extension Reading {
    fileprivate func requireMerge(
        _ operation: OperationID, _ actor: Actor, on date: LocalDate
    ) throws {
        try Policy.require(actor, .organise, on: .organisation, date: date)
        guard try mergesProtected(operation) else { return }
        try Policy.require(actor, .readProtected, on: .organisation, date: date)
    }
}

extension Writing {
    /// Merging is an administrator's; of somebody protected, a named reader's.
    fileprivate func requireMerging(
        _ other: Person.ID, _ kept: Person.ID, by actor: Actor
    ) throws {
        try Policy.require(actor, .organise, on: .organisation, date: today)
        let people = try [other, kept].map { try reading.person($0) }
        guard people.contains(where: \.isProtected) else { return }
        try Policy.require(actor, .readProtected, on: .organisation, date: today)
    }

    fileprivate func mergePeople(
        _ other: Person.ID, into kept: Person.ID, reason: String?, as actor: Actor
    ) throws -> MergedPeople {
        let operation = try begin(.mergePeople, on: today, by: actor, reason: reason)
        try merge(other, into: kept, operation: operation)
        return try reading.merged(by: operation.id, isNew: true)
    }

    /// Leaves what it did behind: for a transaction that is rolled back.
    fileprivate func previewMerge(
        of other: Person.ID, into kept: Person.ID, as actor: Actor
    ) throws -> MergePreview {
        let sides = (try reading.mergeSide(kept), try reading.mergeSide(other))
        let obstacles = try reading.obstacles(toMerging: other, into: kept, on: today)
        var effect = MergeEffect()
        if obstacles.isEmpty {
            effect = try mergePeople(other, into: kept, reason: nil, as: actor).effect
        }
        let said = "\(sides) \(obstacles) \(effect)"
        let basis = Desk.digest(said).prefix(8).reduce(into: "") { text, byte in
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return MergePreview(
            kept: sides.0, other: sides.1, obstacles: obstacles, effect: effect, basis: basis)
    }

    /// Asks in a savepoint what would be done now.
    fileprivate func check(
        _ basis: String, _ other: Person.ID, _ kept: Person.ID, as actor: Actor
    ) throws {
        let now = try rehearsing { try previewMerge(of: other, into: kept, as: actor) }
        guard now.basis == basis else { throw MergeError.changedSince }
    }
}

extension Reading {
    fileprivate func merged(by id: OperationID, isNew: Bool = false) throws -> MergedPeople {
        guard let merged = try mergedPeople(by: id, isNew: isNew) else {
            throw MergeError.notMerge(id)
        }
        return MergedPeople(
            operation: id, kept: try person(merged.kept), other: merged.other,
            effect: merged.effect, isUndone: try operation(id).undoneBy != nil)
    }
}
