import ArgumentParser

@main struct Samsprak: AsyncParsableCommand { func run() async throws { print("x") } }
