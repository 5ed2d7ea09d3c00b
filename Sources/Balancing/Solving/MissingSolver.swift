/// The solver's libraries are not installed: Debian's `coinor-libcbc3` has them.
package struct MissingSolver: Error, Sendable, Equatable {}
