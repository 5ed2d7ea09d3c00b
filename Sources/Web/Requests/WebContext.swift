package import Hummingbird
import Logging
import NIOCore

/// What is known of a request beside what it says.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where it came from.
    var peer: Peer
    var visitor = Visitor.unknown
    /// What the browser's cookie says, whether or not it is in force.
    var heldToken: String?
    /// Where its connection is read and written.
    let loop: any EventLoop

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        loop = source.channel.eventLoop
        peer = Peer(
            address: source.channel.remoteAddress?.ipAddress, isSecure: false, isPlain: false)
    }

    /// What a visitor may quote to whoever reads the log.
    ///
    /// Hummingbird's own `id` traps where the log keeps no metadata.
    var reference: String {
        logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "none"
    }
}
