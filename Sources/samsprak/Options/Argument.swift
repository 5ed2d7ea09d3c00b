import ArgumentParser

/// Localisation has arguments of messages under the same name.
typealias Argument = ArgumentParser.Argument
