// What lies on the phone: opened when first needed, and again after the phone has slept.

const databaseName = "samsprak";
const databaseVersion = 1;
const longestOpening = 4_000;

let opening = null;
let isDeleted = false;

function open() {
    // What still runs on a page that is being left must not make it anew.
    if (isDeleted) return Promise.reject(new Error("deleted"));
    opening ??= reallyOpen().catch(error => {
        opening = null;
        throw error;
    });
    return opening;
}

function reallyOpen() {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(databaseName, databaseVersion);
        // An older page in another tab could keep an upgrade waiting for ever.
        const timer = setTimeout(() => reject(new Error("blocked")), longestOpening);
        request.onupgradeneeded = () => createStores(request.result);
        request.onerror = () => {
            clearTimeout(timer);
            reject(request.error);
        };
        request.onsuccess = () => {
            clearTimeout(timer);
            watch(request.result);
            resolve(request.result);
        };
    });
}

function createStores(database) {
    database.createObjectStore("meta", { keyPath: "key" });
    database.createObjectStore("roster", { keyPath: ["account", "session"] });
    database.createObjectStore("marks", { keyPath: ["account", "session", "thing"] });
    const outbox = database.createObjectStore("outbox", { keyPath: "id" });
    outbox.createIndex("thing", ["account", "session", "thing"]);
}

/// Gives way to a newer page's upgrade or to a wipe.
function watch(database) {
    database.onversionchange = () => {
        database.close();
        opening = null;
    };
    database.onclose = () => { opening = null; };
}

/// Runs `body` in one transaction and resolves once it is on disk; `body` is given a way to the
/// stores and may run a second time, on a handle opened anew.
export async function transaction(names, mode, body) {
    const used = open();
    used.catch(() => {});
    try {
        return await attempt(names, mode, body);
    } catch (error) {
        if (error?.name === "QuotaExceededError" || error?.name === "VersionError") throw error;
        // Another may have opened it anew already.
        if (opening === used) await close();
        return await attempt(names, mode, body);
    }
}

async function attempt(names, mode, body) {
    const database = await open();
    const running = database.transaction(names, mode, { durability: "strict" });
    const completed = new Promise((resolve, reject) => {
        running.oncomplete = resolve;
        running.onabort = () => reject(running.error ?? new Error("aborted"));
    });
    completed.catch(() => {});
    let result;
    try {
        result = await body(name => running.objectStore(name));
    } catch (error) {
        try { running.abort(); } catch { /* It has ended already. */ }
        throw running.error ?? error;
    }
    await completed;
    return result;
}

/// What a request comes to.
export function done(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

export async function close() {
    const closing = opening;
    opening = null;
    (await closing?.catch(() => null))?.close();
}

/// Removes everything, for good.
export async function deleteDatabase() {
    isDeleted = true;
    await close();
    await done(indexedDB.deleteDatabase(databaseName));
}
