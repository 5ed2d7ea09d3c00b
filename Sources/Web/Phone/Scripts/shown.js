// What a register shows: what the page brought, and over it what was said on this phone.

import { marksOf } from "./outbox.js";
import { chosenMark, isUnmarked, showMark } from "./row.js";
import { counted } from "./status.js";

export class ShownRegister {
    constructor(form, account) {
        this.form = form;
        this.account = account;
        // By row and by field of a count, what it was last shown to say.
        this.shown = new Map();
        for (const row of this.rows) this.remember(row);
        for (const input of this.counts) this.shown.set(input, input.value);
        // Things that are just being written down, and how many times: what lies on the phone of
        // them is old.
        this.pending = new Map();
    }

    get rows() { return [...this.form.querySelectorAll("fieldset[data-person]")]; }
    get unmarked() { return this.rows.filter(isUnmarked); }
    get counts() { return [...this.form.querySelectorAll('input[name^="count."]')]; }
    row(person) { return this.rows.find(row => row.dataset.person === person); }
    field(name) { return this.form.querySelector(`[name="${name}"]`); }

    /// Takes a row's fields as what it shows.
    remember(row) { this.shown.set(row, chosenMark(row, this.form.dataset.mode)); }

    /// Puts a mark into a row's fields.
    show(row, written) {
        showMark(row, written);
        this.shown.set(row, written);
        this.count();
    }

    count() {
        const output = document.getElementById("unmarked");
        if (output) output.textContent = counted(words.unmarked, this.unmarked.length);
    }

    /// Lays what was said on this phone over what the page brought.
    async overlay() {
        const marks = await marksOf(this.account, this.form.dataset.session);
        for (const [thing, mark] of marks) {
            if (!this.pending.has(thing)) this.lay(thing, mark);
        }
        this.count();
    }

    lay(thing, mark) {
        const [kind, ...rest] = thing.split(":");
        const key = rest.join(":");
        if (kind === "mark") this.layMark(key, mark);
        if (kind === "count") this.layCount(key, mark);
        if (kind === "note") this.layNote(mark);
    }

    layMark(person, mark) {
        const row = this.row(person) ?? this.addRow(person, mark);
        if (!row || !isNewer(mark, row.dataset.base)) return;
        row.toggleAttribute("data-review", mark.state === "review");
        row.dataset.base = mark.base;
        // Somebody may be typing minutes where nothing has changed.
        if (this.shown.get(row) !== mark.value) this.show(row, mark.value);
    }

    layCount(key, mark) {
        const input = this.field("count." + key), was = this.field("countwas." + key);
        if (!was || !isNewer(mark, was.value.split(",")[1])) return;
        input.value = mark.value || "0";
        was.value = `${input.value},${mark.base}`;
        this.shown.set(input, input.value);
    }

    layNote(mark) {
        const note = this.field("note"), base = this.field("note.base");
        if (!note || note === document.activeElement || !isNewer(mark, base.value)) return;
        note.value = mark.value;
        base.value = mark.base;
    }

    /// Someone who was added here and is not on the page that the service made.
    addRow(person, { value, label }) {
        const template = document.getElementById("person-row");
        const place = document.getElementById("guests");
        if (!template || !place || !label || !value) return null;
        const row = template.content.cloneNode(true).querySelector("fieldset");
        for (const field of row.querySelectorAll("[name]")) field.name += person;
        Object.assign(row.dataset, { person, was: "", base: "0" });
        row.querySelector("legend bdi").textContent = label;
        place.append(row);
        place.closest("section").hidden = false;
        return row;
    }
}

/// Whether what was said here is more than the version that the page brought.
function isNewer(mark, base) { return mark.state === "saved" || mark.base > Number(base); }
