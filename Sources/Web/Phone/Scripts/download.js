// Keeps the coming sessions on the phone, and lets them go in time.

import { keepClock, serviceNow } from "./clock.js";
import { done, transaction } from "./database.js";
import { ask } from "./network.js";

const freshFor = 60_000;

/// Brings the account's sessions; what is here already stays where nothing answers.
export async function download(account, language) {
    const begun = Date.now();
    const last = await transaction(["meta"], "readonly", store => done(store("meta").get("list")));
    if (last?.language === language && begun - last.at < freshFor && begun >= last.at) return;
    const { status, json } = await ask("/api/v1/phone");
    if (status !== 200 || json?.account !== account) return;
    await transaction(["meta", "roster", "marks"], "readwrite", async store => {
        keepClock(store, json.now);
        store("meta").put({
            key: "list", account, language: json.language, at: begun, fetched: json.fetched,
            ...json.list,
        });
        store("roster").clear();
        for (const session of json.sessions) {
            store("roster").put({
                account, version: json.version, fetched: json.fetched, ...session,
            });
        }
        await dropAnswered(store, begun);
    });
}

/// What was answered before the download began stands in it.
async function dropAnswered(store, begun) {
    const marks = await done(store("marks").getAll());
    for (const mark of marks) {
        if (mark.state === "sent" && mark.at < begun) {
            store("marks").delete([mark.account, mark.session, mark.thing]);
        }
    }
}

/// Rosters go a day after their session; what has not been sent never goes by itself.
export async function expire() {
    await transaction(["roster", "marks", "outbox"], "readwrite", async store => {
        const now = serviceNow();
        const rosters = await done(store("roster").getAll());
        const waiting = new Set((await done(store("outbox").getAll())).map(row => row.session));
        for (const { account, session, expires } of rosters) {
            if (expires > now) continue;
            store("roster").delete([account, session]);
            if (waiting.has(session)) continue;
            store("marks").delete(IDBKeyRange.bound([account, session], [account, session, []]));
        }
    });
}

/// Has the browser keep what lies here when space runs out.
let hasAskedToPersist = false;
export function persist() {
    if (hasAskedToPersist) return;
    hasAskedToPersist = true;
    navigator.storage?.persist?.().catch(() => {});
}
