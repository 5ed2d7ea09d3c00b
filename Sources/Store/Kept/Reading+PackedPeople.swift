import Courses

extension Reading {
    /// Packs a page of people: gender, birth day, and the languages in which they take courses.
    ///
    /// - Returns: false for a page without anybody.
    func pack(peopleOn page: Int64, into packed: inout PackWriter) throws -> Bool {
        let keys = KeptKind.people.keys(of: page)
        var tags = PackedTags()
        let languages = try courseLanguages(of: keys, &tags)
        let row = try statement(
            "SELECT id, gender, birth_date FROM person WHERE id BETWEEN ? AND ? ORDER BY id")
        row.bind(1, keys.lowerBound)
        row.bind(2, keys.upperBound)
        packed.begin()
        packed.add(tags)
        var (isEmpty, next) = (true, languages[...])
        while try row.next() {
            isEmpty = false
            let key = row.number(0)
            // Those of people whom somebody deleted by hand.
            next = next.drop { $0.person < key }
            let own = next.prefix { $0.person == key }
            next = next.dropFirst(own.count)
            let gender: Gender = row.code(1) ?? .unknown
            let birth = row.date(2)
            packed.add(key - keys.lowerBound)
            packed.add(own.count << 3 | (birth == nil ? 0 : 4) | Int(gender.packed))
            if let birth { packed.add(birth) }
            for language in own { packed.add(language.tag) }
        }
        return !isEmpty
    }

    private func courseLanguages(
        of people: ClosedRange<Int64>, _ tags: inout PackedTags
    ) throws -> [(person: Int64, tag: Int)] {
        let row = try statement(
            """
            SELECT person_id, language FROM person_language
            WHERE person_id BETWEEN ? AND ? AND use = 'course' ORDER BY person_id, position
            """)
        row.bind(1, people.lowerBound)
        row.bind(2, people.upperBound)
        var languages: [(person: Int64, tag: Int)] = []
        while try row.next() {
            languages.append((row.number(0), tags.place(of: row.text(1))))
        }
        return languages
    }
}
