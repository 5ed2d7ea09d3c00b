import Courses
import GRDB
import Crypto
