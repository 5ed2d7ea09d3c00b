package import Courses

/// Somebody's own sessions, for a calendar program to fetch.
package struct CalendarFeed: Sendable {
    package let language: Language
    package let entries: [CalendarEntry]

    package init(language: Language, entries: [CalendarEntry]) {
        self.language = language
        self.entries = entries
    }
}
