// Puts what waits into a file that `samsprak attendance take` reads.

import { deviceOf } from "./account.js";
import { transaction } from "./database.js";
import { outboxOf, wireBatch } from "./outbox.js";
import { element } from "./status.js";

/// One batch for each account whose statements lie here.
export async function exportUnsent(account) {
    const { waiting, held } = await outboxOf(account);
    const rows = [...waiting, ...held];
    const batches = [];
    for (const owner of new Set(rows.map(row => row.account))) {
        const device = await transaction(["meta"], "readonly", store => deviceOf(store, owner));
        batches.push(
            wireBatch(owner, device.id, rows.filter(row => row.account === owner)));
    }
    save(JSON.stringify(batches, null, 1));
}

function save(text) {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const day = new Date().toISOString().slice(0, 10);
    const link = element("a", { href: address, download: `samsprak-${day}.json` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
