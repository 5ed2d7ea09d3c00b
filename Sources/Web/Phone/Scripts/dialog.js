// Asks where a person has to decide.

import { element } from "./status.js";

/// - Parameter choices: pairs of a name and its label, the safest first, which has the focus.
/// - Returns: the chosen name; null when the dialog was left.
export function choose(title, text, choices) {
    return new Promise(resolve => {
        const heading = element("h2", { id: "dialog-title" }, title);
        const dialog = element(
            "dialog", { "aria-labelledby": "dialog-title", class: "card" }, heading);
        for (const line of text) dialog.append(element("p", {}, line));
        const form = element("form", { method: "dialog", class: "dialog-choices" });
        for (const [name, label] of choices) {
            form.append(element("button", { value: name, class: "secondary" }, label));
        }
        dialog.append(form);
        dialog.addEventListener("close", () => {
            dialog.remove();
            resolve(dialog.returnValue || null);
        });
        document.body.append(dialog);
        dialog.showModal();
    });
}
