// Fills the shell with what was downloaded, where there is no network.

import { done, transaction } from "./database.js";
import { serviceNow } from "./clock.js";
import { element } from "./status.js";

/// Shows the page that this address names, if it lies here and may still be shown.
export async function fillShell(account) {
    if (!account) return;
    const kept = await keptPage(account, location.pathname);
    if (!kept) return;
    const main = document.querySelector("main");
    main.innerHTML = kept.html;
    document.title = kept.title;
    main.prepend(element("p", { class: "notice", id: "phone-fetched" }, kept.fetched));
}

function keptPage(account, path) {
    const session = path.match(/^\/sessions\/([^/]+)$/)?.[1];
    return transaction(["meta", "roster"], "readonly", async store => {
        if (!session) {
            const list = await done(store("meta").get("list"));
            return list?.account === account ? list : null;
        }
        const roster = await done(store("roster").get([account, session]));
        return roster && roster.expires > serviceNow() ? roster : null;
    });
}
