package import Courses
package import Localisation

extension MergeError: Wordable {
    var worded: WordedError {
        switch self {
        case .obstacles(let obstacles):
            WordedError(
                .conflict, "mergeObstacles",
                Message("error.mergeObstacles", ["count": .number(obstacles.count)]),
                details: obstacles.map(\.message))
        case .changedSince:
            WordedError(.conflict, "changedSince", Message("error.mergeChangedSince"))
        case .notUnmatched(let person):
            WordedError(
                .conflict, "notUnmatched",
                Message("error.notUnmatched", ["person": .text(person.description)]))
        case .notMerge(let operation):
            WordedError(
                .notFound, "notMerge",
                Message("error.notMerge", ["operation": .text(operation.description)]))
        case .notKeeping(let operation):
            WordedError(
                .notFound, "notKeeping",
                Message("error.notKeeping", ["operation": .text(operation.description)]))
        }
    }
}

extension MergeObstacle {
    /// What it is and, where there is one, the way out.
    package var message: Message {
        switch self {
        case .samePerson: Message("merge.obstacleSame")
        case .bothAccounts: Message("merge.obstacleBothAccounts")
        case .mergedHasAccount: Message("merge.obstacleAccount")
        case .protectionDiffers: Message("merge.obstacleProtection")
        case .keptIsUnmatched: Message("merge.obstacleUnmatched")
        case .saidDistinct: Message("merge.obstacleDistinct")
        case .identityNumbers: Message("merge.obstacleNumbers")
        case .keptApart: Message("merge.obstacleApart")
        case .bothMarked(let meeting):
            Message(
                "merge.obstacleMarks",
                ["date": .date(meeting.date), "groups": .list(meeting.groups)])
        case .bothEnrolled(let round):
            Message("merge.obstacleEnrolled", ["round": .text(round)])
        case .placesOverlap(let round, let groups):
            Message(
                "merge.obstaclePlaces", ["round": .text(round), "groups": .list(groups)])
        case .wishesDiffer(let round):
            Message("merge.obstacleWishes", ["round": .text(round)])
        }
    }
}
