// Says in words what is saved here and what has been sent; tells it once.

import { outboxOf } from "./outbox.js";

const threeDays = 3 * 86_400_000;

let panel = null;
let shownReason = "";
let timesTold = 0;

/// The sentence for a count; the last one for more than there are sentences.
export function counted({ forms, form }, count) {
    const known = Math.min(count, form.length - 1);
    return forms[form[known]].replaceAll("\ufffc", words.numbers[known]);
}

function statusLine() {
    return document.getElementById("phone-status") ?? makePanel().querySelector(".phone-line");
}

/// A live region repeats what is written into it, so the same is written only once.
export function tell(text, state) {
    const line = statusLine();
    timesTold += 1;
    if (line.textContent !== text) line.textContent = text;
    line.dataset.state = state;
}

/// That so many statements are saved here and wait.
export function tellSaved(count) { tell(counted(words.saved, count), "saved"); }

/// What is shown, read anew from the phone. `outcome` says what came of the last try to send.
export async function refreshStatus(account, outcome, actions) {
    const before = timesTold;
    const { waiting, review, held } = await outboxOf(account);
    const { textContent, dataset } = statusLine();
    if (timesTold !== before) {
        // What was told meanwhile is newer than what was read.
    } else if (waiting.length > 0) {
        tellSaved(waiting.length);
    } else if (textContent !== "" && dataset.state !== "fault") {
        tell(words.sent, "sent");
    }
    showPanel({ waiting, held }, outcome, actions);
    return { waiting, review, held };
}

function showPanel({ waiting, held }, outcome, actions) {
    const isOld = waiting.some(row => Date.now() - Date.parse(row.at) > threeDays);
    const reason = waiting.length > 0 && outcome && outcome !== "sent" ? outcome : "";
    const key = JSON.stringify(
        [waiting.length > 0, held.length, reason, isOld]);
    if (key === shownReason) return;
    shownReason = key;
    if (waiting.length + held.length === 0 && !panel) return;
    const place = makePanel();
    const below = place.nextElementSibling;
    const top = below?.getBoundingClientRect().top;
    const hadFocus = place.contains(document.activeElement);
    place.querySelector(".phone-parts")?.remove();
    const parts = element("div", { class: "phone-parts stack" });
    if (isOld) parts.append(element("p", { class: "fault" }, words.threeDays));
    if (reason) {
        const text = words[reason] ?? words.refused;
        parts.append(element("p", { "data-reason": reason }, text));
    }
    if (held.length > 0) parts.append(element("p", {}, counted(words.held, held.length)));
    parts.append(buttons({ waiting, held }, reason, actions));
    place.append(parts);
    place.hidden = waiting.length + held.length === 0;
    // Nobody's row moves away under the thumb.
    if (below) scrollBy({ top: below.getBoundingClientRect().top - top, behavior: "instant" });
    if (hadFocus) (place.querySelector("button") ?? document.querySelector("main")).focus();
}

function buttons({ waiting, held }, reason, actions) {
    const line = element("p", { class: "phone-buttons" });
    if (waiting.length > 0) line.append(button("phone-send", words.sendNow, actions.send));
    if (reason === "signInToSend") {
        const next = "/sign-in?next=" + encodeURIComponent(location.pathname);
        line.append(element("a", { class: "button", href: next }, words.signIn));
    }
    if (waiting.length + held.length > 0) {
        line.append(button("phone-export", words.export, actions.export));
    }
    return line;
}

function makePanel() {
    if (panel?.isConnected) return panel;
    panel = element("section", {
        class: "card phone-panel", "aria-label": words.statusLabel, hidden: "",
    });
    if (!document.getElementById("phone-status")) {
        panel.append(element("p", { class: "phone-line", role: "status" }));
    }
    document.querySelector("main").prepend(panel);
    return panel;
}

export function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
}

export function button(id, label, action) {
    const made = element("button", { type: "button", class: "secondary" }, label);
    if (id) made.id = id;
    made.addEventListener("click", action);
    return made;
}
