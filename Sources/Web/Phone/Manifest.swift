import Courses
import Desk
import Localisation

/// What a browser needs to put the service among a phone's apps (W3C Web Application Manifest).
struct Manifest {
    let site: Site
    let localiser: Localiser

    var json: [UInt8] {
        let name = localiser(Message("page.productName"))
        var writer = WireWriter()
        writer.object { writer in
            writer.field("id", "/sessions")
            writer.field("name", name)
            writer.field("short_name", name)
            writer.field("lang", localiser.language.rawValue)
            writer.field("dir", localiser.direction.rawValue)
            writer.field("start_url", "/sessions")
            writer.field("scope", "/")
            writer.field("display", "standalone")
            writer.field("background_color", "#f5f4f0")
            writer.field("theme_color", "#12436d")
            writer.array("icons") { writer in
                icon(site.assets.icon, "any", "image/svg+xml", &writer)
                for width in Assets.pictureWidths {
                    guard let picture = site.assets.pictures[width] else { continue }
                    icon(picture, "\(width)x\(width)", "image/png", &writer)
                }
            }
        }
        return writer.bytes
    }

    private func icon(
        _ source: String, _ sizes: String, _ type: String, _ writer: inout WireWriter
    ) {
        writer.object { writer in
            writer.field("src", source)
            writer.field("sizes", sizes)
            writer.field("type", type)
            writer.field("purpose", "any")
        }
    }
}
