// Finds people while somebody types. The service words and orders everything; this only puts
// its answer where the form's own answer would stand.

const form = document.querySelector("[data-search]");
if (form) start(form);

function start(form) {
    const count = document.querySelector("[data-count]");
    const people = document.querySelector("[data-people]");
    let asked = new AbortController();
    let timer = 0;

    const show = (html) => {
        const answer = new DOMParser().parseFromString(html, "text/html");
        const found = answer.querySelector("[data-people]");
        if (!found) return;
        people.replaceChildren(...found.children);
        count.textContent = answer.querySelector("[data-count]").textContent;
    };

    const ask = async () => {
        asked.abort();
        asked = new AbortController();
        const query = new URLSearchParams(new FormData(form));
        try {
            const answer = await fetch(`${form.dataset.search}?${query}`, { signal: asked.signal });
            // Signed out, or out of order: the form's button still leads to where it is said.
            if (answer.ok && !answer.redirected) show(await answer.text());
        } catch {
            // A newer question, or no network.
        }
    };

    form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(ask, 120);
    });
}
