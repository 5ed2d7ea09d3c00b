import Courses
import Hummingbird
import Mustache
