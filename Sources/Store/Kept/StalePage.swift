/// The sessions of a page of which what is kept says nothing any more, in the order of their keys.
struct StalePage {
    let page: Int64
    private(set) var sessions: [StaleKey] = []

    private init(_ page: Int64) {
        self.page = page
    }

    static func all(in stale: [StaleKey]) -> [StalePage] {
        // A session stands before its marks, which are derived with it.
        let sessions = stale.filter { $0.kind == .session || $0.kind == .marks }
            .sorted { ($0.key, $0.kind.rawValue) < ($1.key, $1.kind.rawValue) }
        var pages: [StalePage] = []
        for session in sessions {
            let page = session.key >> KeptKind.session.pageBits
            if pages.last?.page != page { pages.append(StalePage(page)) }
            pages[pages.count - 1].add(session)
        }
        return pages
    }

    private mutating func add(_ session: StaleKey) {
        if sessions.last?.key != session.key { sessions.append(session) }
    }
}
