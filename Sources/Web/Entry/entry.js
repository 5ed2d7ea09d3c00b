// Entry from paper: one key marks a person and the cursor moves on to the next.
// All words stand on the page; this only puts them where they belong.

const form = document.querySelector("[data-entry]");
if (form) start(form);

function start(form) {
    const rows = [...form.querySelectorAll("[data-row]")].map((row) => ({
        key: row.querySelector("[data-key]"),
        minutes: row.querySelector("[data-minutes]"),
        word: row.querySelector("[data-word]"),
    }));
    const keys = [...document.querySelectorAll(".keys [data-digit]")].map((item) => ({
        digit: item.dataset.digit,
        letter: item.dataset.letter.toLowerCase(),
        isLate: "late" in item.dataset,
        text: item.querySelector("[data-text]").textContent,
    }));
    const counts = [...form.querySelectorAll("[data-counts] li")].map((item) => item.textContent);
    const count = form.querySelector("[data-count]");
    const save = form.querySelector("[data-save]");

    const known = (typed) => {
        const digit = asciiDigit(typed);
        return keys.find((key) => key.digit === digit || key.letter === typed.toLowerCase());
    };

    const go = (index) => {
        const target = index < rows.length ? rows[Math.max(index, 0)].key : save;
        target.focus();
        if (target.select) target.select();
    };

    const tell = () => {
        const text = counts[rows.filter((row) => row.key.value !== "").length];
        if (count.textContent !== text) count.textContent = text;
    };

    const mark = (row, key) => {
        row.key.value = key ? key.digit : "";
        row.word.textContent = key ? key.text : "";
        if (!key || !key.isLate) row.minutes.value = "";
        tell();
    };

    const press = (row, index, typed) => {
        const key = known(typed);
        if (key) {
            mark(row, key);
            if (key.isLate) {
                row.minutes.focus();
                row.minutes.select();
            } else {
                go(index + 1);
            }
        } else if (asciiDigit(typed) === "0") {
            mark(row, null);
            go(index + 1);
        }
    };

    rows.forEach((row, index) => {
        row.key.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
            if (event.key === "ArrowDown" || event.key === "Enter") go(index + 1);
            else if (event.key === "ArrowUp") go(index - 1);
            else if (event.key === "Backspace" || event.key === "Delete") {
                if (row.key.value === "" && event.key === "Backspace") go(index - 1);
                else mark(row, null);
            } else if ([...event.key].length === 1) press(row, index, event.key);
            else return;
            event.preventDefault();
        });
        // Keyboards on glass name no key: what was written is read instead.
        row.key.addEventListener("input", () => {
            const typed = [...row.key.value].pop() ?? "";
            mark(row, null);
            if (typed !== "") press(row, index, typed);
        });
        row.minutes.addEventListener("keydown", (event) => {
            if (event.key === "ArrowDown" || event.key === "Enter") go(index + 1);
            else if (event.key === "ArrowUp") go(index - 1);
            else return;
            event.preventDefault();
        });
    });

    const first = rows.findIndex((row) => row.key.value === "");
    go(first < 0 ? 0 : first);
}

function asciiDigit(typed) {
    const code = typed.codePointAt(0) ?? 0;
    for (const zero of [0x30, 0x660, 0x6f0]) {
        if (code >= zero && code <= zero + 9) return String(code - zero);
    }
    return "";
}
