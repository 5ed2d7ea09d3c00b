// Serves the shell where the network does not answer. `version` is written above by the service;
// it changes with anything that the shell consists of.

const cacheName = "samsprak-" + version;
const shellAddress = "/phone/shell";
const networkPatience = 3_000;

self.addEventListener("install", event => event.waitUntil(keepShell()));

self.addEventListener("activate", event => event.waitUntil(takeOver()));

self.addEventListener("message", event => {
    if (event.data === "takeOver") self.skipWaiting();
    else if (event.data?.language) event.waitUntil(serve(event.data.language));
});

self.addEventListener("fetch", event => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== location.origin) return;
    if (request.mode === "navigate" && /^\/sessions(\/[0-9a-z]+)?$/.test(address.pathname)) {
        event.respondWith(page(request));
    } else if (address.pathname.startsWith("/assets/")) {
        event.respondWith(asset(request));
    }
});

/// The shell and the styles and scripts that it names; nothing else is ever kept.
async function keepShell() {
    const shell = await fetch(shellAddress, { cache: "no-store", redirect: "error" });
    if (shell.status !== 200) throw new Error("no shell");
    const cache = await caches.open(cacheName);
    const addresses = (await shell.clone().text()).match(/(?<=")\/assets\/[^"]+/g) ?? [];
    for (const address of new Set(addresses)) {
        if (!await cache.match(address)) await cache.add(address);
    }
    await cache.put(shellAddress, shell);
}

/// A page is ready to be served, whose reader may have chosen another language.
///
/// It may have been on its way while this worker took over, and then nobody serves it yet.
async function serve(language) {
    await self.clients.claim();
    await keepShellIn(language);
}

async function keepShellIn(language) {
    const shell = await (await caches.match(shellAddress))?.text() ?? "";
    // Once somebody has signed out nothing is kept any more.
    if (shell && !shell.includes(`<html lang="${language}"`)) await keepShell().catch(() => {});
}

async function takeOver() {
    for (const name of await caches.keys()) {
        if (name !== cacheName) await caches.delete(name);
    }
    await self.clients.claim();
}

/// The network's page, if it comes in time.
async function page(request) {
    let timer;
    const late = new Promise(resolve => { timer = setTimeout(resolve, networkPatience); });
    try {
        const response = await Promise.race([fetch(request), late]);
        if (response && ![502, 503, 504].includes(response.status)) return response;
        return await shell() ?? response ?? await fetch(request);
    } catch (error) {
        const kept = await shell();
        if (kept) return kept;
        throw error;
    } finally {
        clearTimeout(timer);
    }
}

function shell() { return caches.match(shellAddress, { cacheName }); }

async function asset(request) {
    return await caches.match(request) ?? await fetch(request);
}
