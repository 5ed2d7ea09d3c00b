extension Session {
    /// The same session with another state.
    package func with(state: SessionState) -> Session {
        Session(
            id: id, groups: groups, date: date, start: start, end: end, mode: mode,
            recording: recording, state: state)
    }

    /// The same session at another time, in another mode.
    package func moved(
        to date: LocalDate, start: LocalTime, end: LocalTime, mode: SessionMode
    ) -> Session {
        Session(
            id: id, groups: groups, date: date, start: start, end: end, mode: mode,
            recording: recording, state: state)
    }
}
