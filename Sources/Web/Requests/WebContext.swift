package import Hummingbird
import Logging

/// What is known of a request beside what it says.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The network address that it came from; nil where there is no network.
    let address: String?
    var visitor = Visitor.unknown

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }

    /// What a visitor may quote to whoever reads the log.
    ///
    /// Hummingbird's own `id` traps where the log keeps no metadata.
    var reference: String {
        logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "none"
    }
}
