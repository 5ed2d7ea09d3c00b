import Balancing
import Courses
import Localisation

extension MissingSolver: Wordable {
    var worded: WordedError {
        WordedError(
            .notFound, "solverMissing",
            Message("error.solverMissing", ["package": .text("coinor-libcbc3")]))
    }
}
