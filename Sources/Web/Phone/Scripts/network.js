// Asks the service, and tells its answer from what a network may put in its place.

const patience = 20_000;

/// Whether the service itself answers, for what has to be done there.
export async function isReachable() {
    const { json } = await ask("/api/v1/reachable");
    return json !== null;
}

/// The status, 0 where no answer came, and the JSON, null where there was none.
export async function ask(address, options = {}) {
    try {
        const response = await fetch(address, {
            cache: "no-store", credentials: "same-origin", redirect: "manual",
            signal: AbortSignal.timeout(patience), ...options,
        });
        const type = response.headers.get("Content-Type") ?? "";
        return {
            status: response.type === "opaqueredirect" ? 303 : response.status,
            json: type.startsWith("application/json") ? await response.json() : null,
            retryAfter: Number(response.headers.get("Retry-After")) || 0,
        };
    } catch {
        return { status: 0, json: null, retryAfter: 0 };
    }
}
