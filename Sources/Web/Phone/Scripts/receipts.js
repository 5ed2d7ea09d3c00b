// Takes in what the service answered; nothing leaves the outbox without its receipt.

import { done, transaction } from "./database.js";
import { writtenMark } from "./row.js";

/// Whether this answers that batch: the network's own friendly page does not.
export function isReceipt(json, batch) {
    return json?.batch === batch.batch && Array.isArray(json.results)
        && json.results.length === batch.acts.length
        && json.results.every((result, index) => result.id === batch.acts[index].id);
}

export function takeReceipts(account, results) {
    return transaction(["marks", "outbox"], "readwrite", async store => {
        for (const result of results) await take(store, account, result);
    });
}

async function take(store, account, result) {
    const row = await done(store("outbox").get(result.id));
    // A newer tap has taken its place while it was under way.
    if (!row || row.account !== account) return;
    const outcome = result.outcome === "repeated" ? result.first : result.outcome;
    if (outcome === "accepted" || outcome === "merged") {
        store("outbox").delete(row.id);
        keepMark(store, row, { value: row.value, base: result.version ?? row.base, state: "sent" });
        return;
    }
    const standing = standingText(result);
    store("outbox").put({
        ...row, state: "review", outcome, reason: result.reason ?? "", standing,
        version: result.version ?? 0,
    });
    keepMark(store, row, { value: standing, base: result.version ?? row.base, state: "review" });
}

function keepMark(store, row, mark) {
    if (row.act.kind === "retract") return;
    store("marks").put({
        account: row.account, session: row.session, thing: row.thing, label: row.label,
        at: Date.now(), ...mark,
    });
}

/// What counts with the service, as rows are written.
function standingText(result) {
    if (result.mode) return writtenMark(result);
    return result.value === undefined ? "" : String(result.value);
}
