// Begins: on every page that somebody is signed in to, and in the shell.

import { currentAccount } from "./account.js";
import { loadClock } from "./clock.js";
import { download, expire } from "./download.js";
import { exportUnsent } from "./export.js";
import { enhance } from "./register.js";
import { showReviews } from "./review.js";
import { lastOutcome, onChange, send } from "./sender.js";
import { fillShell } from "./shell.js";
import { guardSignOut } from "./sign-out.js";
import { refreshStatus } from "./status.js";

async function start() {
    await loadClock();
    const account = await currentAccount();
    await expire();
    const isShell = document.getElementById("shell") !== null;
    if (isShell) await fillShell(account);
    if (!account) return;
    const form = document.getElementById("register");
    const register = form ? enhance(form, account) : null;
    await register?.overlay();
    const signOut = document.querySelector("form.sign-out");
    if (signOut) guardSignOut(signOut, account);
    document.documentElement.dataset.phone = "ready";
    keepShowing(account, register);
    keepSending(account);
    if (!isShell) await provide(account).catch(() => {});
}

/// Shows anew whatever changes, here or in another tab.
function keepShowing(account, register) {
    let isShowing = false, isAsked = false;
    const actions = {
        send: () => send(account, { force: true }),
        export: () => exportUnsent(account),
    };
    const showOnce = async () => {
        await register?.overlay();
        const { waiting, review } = await refreshStatus(account, lastOutcome, actions);
        showReviews(account, review);
        if (waiting.length === 0) letNewWorkerIn();
    };
    const show = async () => {
        isAsked = true;
        if (isShowing) return;
        isShowing = true;
        while (isAsked) {
            isAsked = false;
            // A tap that can't be kept says so itself.
            await showOnce().catch(() => {});
        }
        isShowing = false;
    };
    onChange(show);
    show();
}

/// Tries at once whenever there is a hint that it may succeed.
function keepSending(account) {
    const attempt = () => send(account, { force: true });
    addEventListener("online", attempt);
    addEventListener("pageshow", attempt);
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") attempt();
    });
    attempt();
}

/// Makes the phone ready for the next time without network.
async function provide(account) {
    const worker = document.body.dataset.worker;
    if (!worker) return;
    const language = document.documentElement.lang;
    await download(account, language);
    await navigator.serviceWorker?.register(worker, { scope: "/sessions", updateViaCache: "none" });
    const { active } = await registrationReady();
    active?.postMessage({ language });
    document.documentElement.dataset.phone = "provided";
}

/// `ready` itself never comes on a page outside the scope.
async function registrationReady() {
    const registration = await navigator.serviceWorker.getRegistration("/sessions");
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    while (worker.state === "installing" || worker.state === "installed") {
        await new Promise(resolve => { worker.onstatechange = resolve; });
    }
    return registration;
}

/// A new worker takes over only when nothing waits that an older page has made.
async function letNewWorkerIn() {
    const registrations = await navigator.serviceWorker?.getRegistrations() ?? [];
    for (const { waiting } of registrations) waiting?.postMessage("takeOver");
}

// Where the phone can keep nothing, the form is submitted as it is without scripts.
start().catch(() => {});
