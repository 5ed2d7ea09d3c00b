// The service's time, by how far this device's clock was off when it last answered.

import { done, transaction } from "./database.js";

let clockOffset = 0;

export function serviceNow() { return Date.now() + clockOffset; }

export async function loadClock() {
    const known = await transaction(["meta"], "readonly",
        store => done(store("meta").get("clock")));
    clockOffset = known?.offset ?? 0;
}

export function keepClock(store, now) {
    clockOffset = now - Date.now();
    store("meta").put({ key: "clock", offset: clockOffset });
}
