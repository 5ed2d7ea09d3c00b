/// What is wrong with a document, all that could be found out in one reading.
package struct DocumentError: Error, Sendable, Equatable {
    package let faults: [DocumentFault]
}

/// One thing that is wrong with a document, and where.
package struct DocumentFault: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// No JSON from here on.
        case notJSON
        case missing
        case notAnObject, notAList, notText, notAWholeNumber, notTrueOrFalse
        /// Outside 0 to the limit, or below it in size.
        case outOfRange(Int, Int)
        /// None of the values that are known here.
        case unknownValue(String, [String])
        case emptyText
        case namedTwice
        case notAPair
        case notAFraction
    }

    package let kind: Kind
    /// From 1; the column counts characters.
    package let line: Int
    package let column: Int
    /// `parties[3].members[0].gender`; empty for the document as a whole.
    package let path: String

    package init(kind: Kind, line: Int, column: Int, path: String) {
        self.kind = kind
        self.line = line
        self.column = column
        self.path = path
    }
}

extension DocumentFault {
    /// Stable, for programs.
    package var code: String {
        switch kind {
        case .notJSON: "notJSON"
        case .missing: "missing"
        case .notAnObject: "notAnObject"
        case .notAList: "notAList"
        case .notText: "notText"
        case .notAWholeNumber: "notAWholeNumber"
        case .notTrueOrFalse: "notTrueOrFalse"
        case .outOfRange: "outOfRange"
        case .unknownValue: "unknownValue"
        case .emptyText: "emptyText"
        case .namedTwice: "namedTwice"
        case .notAPair: "notAPair"
        case .notAFraction: "notAFraction"
        }
    }
}
