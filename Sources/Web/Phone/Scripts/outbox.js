// What waits on the phone.

import { done, transaction } from "./database.js";

/// All statements that are still here, oldest first: the account's own that wait or need review,
/// and those that are held for others.
export async function outboxOf(account) {
    const rows = await transaction(["outbox"], "readonly",
        store => done(store("outbox").getAll()));
    rows.sort((one, other) => one.sequence - other.sequence);
    const own = rows.filter(row => row.account === account);
    return {
        waiting: own.filter(row => row.state === "waiting"),
        review: own.filter(row => row.state === "review"),
        held: rows.filter(row => row.account !== account && row.state === "waiting"),
    };
}

/// What a session's page is to show: by thing, what was said here or answered last.
export async function marksOf(account, session) {
    const rows = await transaction(["marks"], "readonly",
        store => done(store("marks").getAll(IDBKeyRange.bound(
            [account, session], [account, session, []]))));
    return new Map(rows.map(row => [row.thing, row]));
}

/// One row as the service reads it.
export function wireAct(row) {
    const act = {
        id: row.id, seq: row.sequence, session: row.session, at: row.at, ...row.act,
    };
    return row.act.kind === "person" || row.act.kind === "retract"
        ? act : { ...act, base: row.base };
}

/// A batch of one account's rows.
export function wireBatch(account, device, rows) {
    return {
        version: 1, batch: crypto.randomUUID(), device, account,
        sentAt: new Date().toISOString(), acts: rows.map(wireAct),
    };
}

/// Says when each is to be tried again.
export function postpone(rows, next, error) {
    return transaction(["outbox"], "readwrite", async store => {
        for (const { id } of rows) {
            const row = await done(store("outbox").get(id));
            if (!row) continue;
            store("outbox").put({ ...row, tries: row.tries + 1, next, error });
        }
    });
}

export function forget(row) {
    return transaction(["outbox"], "readwrite", store => done(store("outbox").delete(row.id)));
}
