// What the service kept for a look: both sides are shown, and a choice settles it.

import { forget } from "./outbox.js";
import { record } from "./record.js";
import { readMark } from "./row.js";
import { announce, send } from "./sender.js";
import { button, element } from "./status.js";

let shownReviews = "";

/// Shows each statement that needs review, in a part of the page of its own.
export function showReviews(account, rows) {
    const key = rows.map(row => row.id).join();
    if (key === shownReviews) return;
    shownReviews = key;
    document.getElementById("phone-review")?.remove();
    if (rows.length === 0) return;
    const list = element("ul", {});
    for (const row of rows) list.append(item(account, row));
    document.querySelector("main").prepend(element(
        "section", { id: "phone-review", class: "card stack", "aria-labelledby": "review-title" },
        element("h2", { id: "review-title" }, words.reviewTitle), list));
}

function item(account, row) {
    const about = element("bdi", { class: "name" }, row.label);
    const isConflict = row.outcome === "needsReview";
    const text = isConflict ? words.conflict : words.kept[row.reason] ?? words.kept.malformed;
    return element("li", { class: "stack", "data-outcome": row.outcome },
        element("p", {}, about), element("p", {}, text),
        element("p", { class: "phone-buttons" }, ...(isConflict
            ? [choice(account, row, "mine"), choice(account, row, "theirs")]
            : [
                button("", words.leaveIt, () => forget(row).then(announce)),
                button("", words.takeBack, () => takeBack(account, row)),
            ])));
}

function choice(account, row, side) {
    const isMark = row.thing.startsWith("mark:");
    const value = readMark(side === "mine" ? row.value : row.standing)?.value ?? "";
    const label = isMark ? words[side][value] : words[side + "Other"];
    const settle = side === "mine" ? insist : takeBack;
    const made = button("", label, () => settle(account, row));
    made.dataset.choice = side;
    return made;
}

/// Says the same once more, now knowing what stands in its way.
async function insist(account, row) {
    await record(account, [{
        session: row.session, thing: row.thing, value: row.value, label: row.label,
        base: row.version, act: row.act, settles: row.id,
    }]);
    finish(account);
}

async function takeBack(account, row) {
    await record(account, [{
        session: row.session, thing: "retract:" + row.id, value: "", label: row.label, base: 0,
        act: { kind: "retract", act: row.id }, settles: row.id,
    }]);
    finish(account);
}

function finish(account) {
    announce();
    send(account, { force: true });
}
