import Courses
import Localisation

/// What stands on each sheet of a printed report: for whom it is, and which sheet.
enum PaperStyle {
    static func text(in language: Language) -> String {
        let localiser = Localiser.localiser(for: language)
        let internalText = quoted(localiser(Message("figures.internal")))
        let end = localiser.direction == .rightToLeft ? "left" : "right"
        return """
            @page {
                size: A4 portrait;
                margin: 18mm 15mm;
                @top-center { content: \(internalText); font: 9pt \(fonts); color: #801650; }
                @bottom-\(end) {
                    content: "\\2066" counter(page) " / " counter(pages) "\\2069";
                    font: 9pt \(fonts);
                    color: #3d3d3d;
                }
            }

            """
    }

    private static let fonts = """
        system-ui, "Noto Sans", "Noto Naskh Arabic", "Geeza Pro", "Noto Sans Ethiopic", Kefa, \
        sans-serif
        """

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"" + escaped + "\""
    }
}
