// Leaves nothing behind on the phone, and loses nothing that was not sent.

import { close, deleteDatabase, done, transaction } from "./database.js";
import { choose } from "./dialog.js";
import { exportUnsent } from "./export.js";
import { outboxOf } from "./outbox.js";
import { send } from "./sender.js";
import { counted } from "./status.js";

export function guardSignOut(form, account) {
    form.addEventListener("submit", event => {
        event.preventDefault();
        signOut(form, account);
    });
}

async function signOut(form, account) {
    while (true) {
        const { waiting } = await outboxOf(account);
        if (waiting.length === 0) break;
        const choice = await choose(
            words.signOutTitle, [counted(words.signOutText, waiting.length)],
            [["send", words.sendNow], ["stay", words.stay], ["export", words.exportAndLeave]]);
        if (choice === "send") {
            await send(account, { force: true });
            continue;
        }
        if (choice !== "export") return;
        await exportUnsent(account);
        break;
    }
    await leave(form, account);
}

/// Signs out with the service first: without it everything stays as it was.
async function leave(form, account) {
    let response;
    try {
        response = await fetch(form.action, {
            method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual",
        });
    } catch {
        response = null;
    }
    if (response?.type !== "opaqueredirect") {
        await choose(words.signOutTitle, [words.signOutNoNetwork], [["stay", words.stay]]);
        return;
    }
    await wipe(account);
    location.replace("/sign-in");
}

async function wipe(account) {
    const { held } = await outboxOf(account);
    if (held.length === 0) await deleteDatabase();
    else await wipeAllBut(new Set(held.map(row => row.account)));
    for (const name of await caches?.keys() ?? []) await caches.delete(name);
    const registrations = await navigator.serviceWorker?.getRegistrations() ?? [];
    for (const registration of registrations) await registration.unregister();
}

/// What others have not sent is theirs, with the running numbers that it was made by.
async function wipeAllBut(accounts) {
    await transaction(["meta", "roster", "marks", "outbox"], "readwrite", async store => {
        store("roster").clear();
        store("marks").clear();
        for (const { key } of await done(store("meta").getAll())) {
            const owner = key.startsWith("device ") ? key.slice("device ".length) : "";
            if (key !== "clock" && !accounts.has(owner)) store("meta").delete(key);
        }
        for (const row of await done(store("outbox").getAll())) {
            if (!accounts.has(row.account)) store("outbox").delete(row.id);
        }
    });
    await close();
}
