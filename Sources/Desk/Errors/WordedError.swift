package import Courses
package import Localisation

/// A failure that somebody will read: its kind, and what to say, unworded.
package protocol WordedError: Error {
    var kind: ErrorKind { get }
    var message: Message { get }
}
