import Foundation

/// Batches as a phone sends them.
struct Phone: Sendable {
    let device: String
    private var sequence = 0

    init(_ device: String) {
        self.device = device
    }

    /// A batch with a mark for each person, each different from the one before.
    mutating func batch(
        _ people: [String], at session: String, base: Int = 0
    ) -> Batch {
        var acts: [String] = []
        var ids: [String] = []
        for person in people {
            sequence += 1
            let id = UUID().uuidString.lowercased()
            ids.append(id)
            let late = sequence.isMultiple(of: 60) ? "" : #","lateMinutes":\#(sequence % 60)"#
            acts.append(
                #"{"id":"\#(id)","seq":\#(sequence),"session":"\#(session)","#
                    + #""at":"\#(Self.now)","kind":"mark","person":"\#(person)","base":\#(base),"#
                    + #""value":"present"\#(late),"mode":"onsite","role":"member"}"#)
        }
        let name = "\(device)-\(sequence)"
        return Batch(
            ids: ids,
            text: #"{"version":1,"batch":"\#(name)","device":"\#(device)","#
                + #""sentAt":"\#(Self.now)","acts":[\#(acts.joined(separator: ","))]}"#)
    }

    struct Batch: Sendable {
        let ids: [String]
        let text: String
    }

    private static var now: String {
        Date().formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
