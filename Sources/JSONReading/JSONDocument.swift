/// A JSON text (RFC 8259), read once into a flat list of what stands where.
///
/// Our own, since each act has to be kept as it stood when it can't be understood, since somebody
/// who writes a document by hand is told the line and the path, and since a save is answered in
/// less time than a general decoder takes. Values are made of the text only when they are asked for.
package struct JSONDocument: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// The text can't be read from here on.
    package struct Malformed: Error, Sendable {
        package let offset: Int
        package let path: [Step]
    }

    /// One step from a value into another.
    package enum Step: Sendable, Equatable {
        case member(String)
        case element(Int)
    }

    /// - Parameter depth: deeper nesting is refused, before it can exhaust the stack.
    package init(_ bytes: [UInt8], depth: Int = 64) throws(Malformed) {
        var reader = JSONReader(bytes, depth: depth)
        try reader.document()
        self.bytes = bytes
        nodes = reader.nodes
    }

    package var root: JSONValue { JSONValue(document: self, index: 0) }
}

/// One value, or the name of a member, which stands right before its value.
struct JSONNode: Sendable {
    enum Kind: UInt8 { case null, yes, no, number, string, array, object }

    let kind: Kind
    /// Of a string: whether there is anything to be unescaped.
    var isEscaped = false
    /// Bytes of the text, quotation marks included.
    let start: UInt32
    var end: UInt32 = 0
    /// The first node after this one and all in it.
    var next: UInt32 = 0
}
