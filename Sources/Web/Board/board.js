// Moves between a board's columns and people by the arrow keys: one of them at a time is reached by
// the tabulator, and its link after it. Counts who is chosen.

const board = document.querySelector("[data-board]");
if (board) start(board);

function start(board) {
    const counter = document.querySelector("[data-chosen]");
    const rowsOf = (column) => [...column.querySelectorAll(".seats input")];
    const shown = (column) => getComputedStyle(column).display !== "none";
    const columns = () =>
        [...board.querySelectorAll(".column")].filter((column) => shown(column) && rowsOf(column).length);

    let current = null;
    const reach = (box) => {
        for (const [one, index] of [[current, -1], [box, 0]]) {
            if (!one) continue;
            one.tabIndex = index;
            one.closest("li").querySelector("a").tabIndex = index;
        }
        current = box;
    };

    for (const box of board.querySelectorAll(".seats input")) {
        box.tabIndex = -1;
        box.closest("li").querySelector("a").tabIndex = -1;
    }
    const settle = () => {
        const first = columns().map((column) => rowsOf(column)[0])[0];
        if (first && (!current || !shown(current.closest(".column")))) reach(first);
    };
    settle();
    addEventListener("hashchange", settle);

    const beside = (column, step, index) => {
        const all = columns();
        const next = all[all.indexOf(column) + step];
        return next && rowsOf(next)[Math.min(index, rowsOf(next).length - 1)];
    };

    board.addEventListener("keydown", (event) => {
        const row = event.target.closest(".seats li");
        if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
        const column = row.closest(".column");
        const rows = rowsOf(column);
        const index = rows.indexOf(row.querySelector("input"));
        const forward = getComputedStyle(board).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
        const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
        const target = {
            ArrowDown: () => rows[index + 1],
            ArrowUp: () => rows[index - 1],
            Home: () => rows[0],
            End: () => rows[rows.length - 1],
            [forward]: () => beside(column, 1, index),
            [backward]: () => beside(column, -1, index),
            Enter: () => event.target.matches("input") && row.querySelector("a"),
        }[event.key]?.();
        if (event.key === "Enter" && target) {
            event.preventDefault();
            target.click();
        } else if (target) {
            event.preventDefault();
            reach(target);
            target.focus();
            target.scrollIntoView({ block: "nearest", inline: "nearest" });
        }
    });
    board.addEventListener("focusin", (event) => {
        const box = event.target.closest(".seats li")?.querySelector("input");
        if (box && box !== current) reach(box);
    });

    const count = () => {
        const chosen = board.querySelectorAll(".seats input:checked").length;
        counter.textContent = chosen ? `(${chosen})` : "";
    };
    board.addEventListener("change", count);
    count();
    board.dataset.ready = "";
}
