// Writes down what was said, before anything else happens with it.

import { deviceOf } from "./account.js";
import { done, transaction } from "./database.js";

/// Keeps statements in the outbox, each with what the page now shows, in one transaction.
///
/// A statement is `{session, thing, base, value, label, act}`: `thing` names what it changes,
/// `value` is its text, `act` has its fields as the service reads them. One that settles a review
/// names it in `settles`.
///
/// - Returns: how many of the account's statements wait now.
export function record(account, statements) {
    return transaction(["meta", "marks", "outbox"], "readwrite", async store => {
        const device = await deviceOf(store, account);
        for (const statement of statements) await keep(store, account, device, statement);
        store("meta").put(device);
        const rows = await done(store("outbox").getAll());
        return rows.filter(row => row.account === account && row.state === "waiting").length;
    });
}

async function keep(store, account, device, statement) {
    const { session, thing, value, label, act } = statement;
    const key = [account, session, thing];
    const known = await done(store("marks").get(key));
    const base = await baseInPlaceOfQueued(store, key)
        ?? Math.max(statement.base, known?.base ?? 0);
    device.sequence += 1;
    store("outbox").put({
        id: crypto.randomUUID(), account, session, thing, value, label, act, base,
        sequence: device.sequence, at: new Date().toISOString(), tries: 0, next: 0,
        state: "waiting", error: "",
    });
    store("marks").put({
        account, session, thing, value, label, base, state: "saved", at: Date.now(),
    });
    if (statement.settles) store("outbox").delete(statement.settles);
}

/// Takes away what waits for the same thing; the version that it was based on stays.
///
/// The new statement has an id of its own: the service may have got the earlier one already.
async function baseInPlaceOfQueued(store, key) {
    const rows = await done(store("outbox").index("thing").getAll(key));
    const queued = rows.find(row => row.state === "waiting");
    if (!queued) return null;
    store("outbox").delete(queued.id);
    return queued.base;
}
