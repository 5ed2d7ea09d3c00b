// Whose phone it is just now, and what another account has left on it.

import { done, transaction } from "./database.js";

/// Of the signed-in page; without network, whoever was signed in last.
export async function currentAccount() {
    const given = document.body.dataset.account;
    if (given) {
        await takeOver(given);
        return given;
    }
    const last = await transaction(["meta"], "readonly",
        store => done(store("meta").get("account")));
    return last?.account ?? null;
}

/// Another's rosters and marks go; what they have not sent is held for them.
async function takeOver(account) {
    await transaction(["meta", "roster", "marks"], "readwrite", async store => {
        const last = await done(store("meta").get("account"));
        if (last?.account === account) return;
        store("meta").put({ key: "account", account });
        store("meta").delete("list");
        store("roster").clear();
        store("marks").clear();
    });
}

/// The running numbers of this browser for one account.
export async function deviceOf(store, account) {
    const key = "device " + account;
    return await done(store("meta").get(key))
        ?? { key, id: "phone-" + crypto.randomUUID(), sequence: 0 };
}
