// Takes the place of a worker that has to go: removes its caches and itself, and leaves what waits
// on the phone to the pages, which send it.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", event => event.waitUntil(leave()));

async function leave() {
    for (const name of await caches.keys()) {
        if (name.startsWith("samsprak-")) await caches.delete(name);
    }
    await self.registration.unregister();
}
