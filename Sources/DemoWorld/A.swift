import Courses
