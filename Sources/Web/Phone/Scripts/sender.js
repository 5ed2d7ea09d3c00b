// Sends what waits: one sender among all tabs, a batch at a time.

import { deviceOf } from "./account.js";
import { done, transaction } from "./database.js";
import { ask } from "./network.js";
import { outboxOf, postpone, wireBatch } from "./outbox.js";
import { isReceipt, takeReceipts } from "./receipts.js";

const largestBatch = 50;
const firstDelay = 2_000;
const longestDelay = 300_000;
const longestPause = 30_000;

let batchSize = largestBatch;
let isAsked = false;
let isForced = false;
let running = null;
let timer = 0;

/// Why the last try stopped: `sent`, or what stood in the way; nothing before the first.
export let lastOutcome = "";

/// Sends all that is due; all that waits, when it is forced.
///
/// - Returns: why it stopped.
export function send(account, { force = false } = {}) {
    isAsked = true;
    isForced ||= force;
    running ??= navigator.locks.request("samsprak-sender", () => rounds(account))
        .catch(() => {
            // Else it would be asked for again at once, and for ever.
            isAsked = false;
            return "busy";
        })
        .then(outcome => {
            lastOutcome = outcome;
            running = null;
            announce();
            // Asked for after the last round had looked, and before it had ended.
            if (isAsked) return send(account);
            return planNext(account).catch(() => {}).then(() => outcome);
        });
    return running;
}

/// While something waits, there is always a next try.
async function planNext(account) {
    const { waiting } = await outboxOf(account);
    clearTimeout(timer);
    if (waiting.length === 0) return;
    const pause = Math.min(...waiting.map(row => row.next)) - Date.now();
    timer = setTimeout(() => send(account), Math.max(1_000, Math.min(longestPause, pause)));
}

async function rounds(account) {
    let outcome = "sent";
    while (isAsked) {
        const forced = isForced;
        isAsked = isForced = false;
        outcome = await sendAll(account, forced);
    }
    return outcome;
}

async function sendAll(account, forced) {
    while (true) {
        const { waiting } = await outboxOf(account);
        if (waiting.length === 0) return "sent";
        const due = forced ? waiting : waiting.filter(row => row.next <= Date.now());
        if (due.length === 0) return waiting[0].error;
        const outcome = await sendBatch(account, due.slice(0, batchSize));
        announce();
        if (outcome !== "sent") return outcome;
    }
}

async function sendBatch(account, rows) {
    const device = await transaction(["meta"], "readonly", store => deviceOf(store, account));
    const batch = wireBatch(account, device.id, rows);
    const answer = await ask("/api/v1/acts", {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify(batch),
    });
    if (answer.status === 200 && isReceipt(answer.json, batch)) {
        await takeReceipts(account, answer.json.results);
        batchSize = largestBatch;
        return "sent";
    }
    const obstacle = obstacleIn(answer);
    if (obstacle === "tooLarge") batchSize = Math.max(1, Math.floor(rows.length / 2));
    await postpone(rows, Date.now() + delay(rows[0].tries, answer.retryAfter), obstacle);
    return obstacle;
}

function obstacleIn({ status, json }) {
    if (status === 0) return "noNetwork";
    if (status === 401) return "signInToSend";
    if (status === 413) return "tooLarge";
    if (json?.error?.code === "otherAccount") return "otherAccount";
    if (status === 403 || status === 400) return json ? "refused" : "captive";
    if (status === 429 || status >= 500) return "busy";
    return "captive";
}

/// Longer each time, and never the same for two phones.
function delay(tries, retryAfter) {
    const usual = Math.min(longestDelay, firstDelay * 2 ** Math.min(tries, 10));
    return Math.max(retryAfter * 1000, usual * (0.5 + Math.random() / 2));
}

// The tabs tell each other when something was written or answered.

const tabs = new BroadcastChannel("samsprak");
const listeners = [];

export function announce() {
    tabs.postMessage("changed");
    for (const listener of listeners) listener();
}

export function onChange(listener) {
    listeners.push(listener);
    tabs.onmessage = () => { for (const listener of listeners) listener(); };
}
