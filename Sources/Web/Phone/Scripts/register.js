// The register's form, where each tap is kept on the phone before anything else.

import { choose } from "./dialog.js";
import { isReachable } from "./network.js";
import { persist } from "./download.js";
import { marksOf, outboxOf } from "./outbox.js";
import { record } from "./record.js";
import { chosenMark, isUnmarked, showMark, whole } from "./row.js";
import { announce, send } from "./sender.js";
import { countStatement, markStatement, newPersonStatements, noteStatement, reasonOn, signOffStatement, stateStatement } from "./statement.js";
import { button, counted, tell, tellSaved } from "./status.js";

/// Takes over the form of a register.
export function enhance(form, account) {
    const register = new RegisterForm(form, account);
    form.addEventListener("change", event => register.changed(event.target));
    form.addEventListener("submit", event => register.submitted(event));
    return register;
}

class RegisterForm {
    constructor(form, account) {
        this.form = form;
        this.account = account;
        this.shown = new Map();
        for (const row of this.rows) this.shown.set(row, chosenMark(row, form.dataset.mode));
        for (const input of this.counts) this.shown.set(input, input.value);
        // Things that are just being written down: what lies on the phone of them is old.
        this.pending = new Set();
        this.lastChange = null;
        this.makeUndo();
    }

    get rows() { return [...this.form.querySelectorAll("fieldset[data-person]")]; }
    get counts() { return [...this.form.querySelectorAll('input[name^="count."]')]; }
    row(person) { return this.rows.find(row => row.dataset.person === person); }
    field(name) { return this.form.querySelector(`[name="${name}"]`); }

    // What is shown

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
        if (kind === "count") {
            const was = this.field("countwas." + key), input = this.field("count." + key);
            if (!was || !this.isNewer(mark, Number(was.value.split(",")[1]))) return;
            input.value = mark.value || "0";
            was.value = `${input.value},${mark.base}`;
            this.shown.set(input, input.value);
        }
        if (kind === "note") this.layNote(mark);
    }

    layMark(person, mark) {
        const row = this.row(person) ?? this.addRow(person, mark);
        if (!row || !this.isNewer(mark, Number(row.dataset.base))) return;
        row.toggleAttribute("data-review", mark.state === "review");
        row.dataset.base = mark.base;
        // Somebody may be typing minutes where nothing has changed.
        if (this.shown.get(row) === mark.value) return;
        showMark(row, mark.value);
        this.shown.set(row, mark.value);
    }

    layNote(mark) {
        const note = this.field("note"), base = this.field("note.base");
        if (!note || note === document.activeElement) return;
        if (!this.isNewer(mark, Number(base.value))) return;
        note.value = mark.value;
        base.value = mark.base;
    }

    isNewer(mark, base) { return mark.state === "saved" || mark.base > base; }

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

    count() {
        const output = document.getElementById("unmarked");
        const unmarked = this.rows.filter(isUnmarked).length;
        if (output) output.textContent = counted(words.unmarked, unmarked);
    }

    // What was changed

    changed(target) {
        const row = target.closest("fieldset[data-person]");
        if (row) return this.rowChanged(row, target);
        if (target.name?.startsWith("count.")) return this.countChanged(target);
        if (target.name === "note") return this.keep([noteStatement(this.form, target.value)]);
    }

    async rowChanged(row, target) {
        const isMinutes = /^(late|early)\./.test(target.name);
        if (isMinutes && target.value.trim()) {
            row.querySelector('input[type=radio][value="present"]').checked = true;
        }
        if (!this.mayChange()) return showMark(row, this.shown.get(row));
        const before = this.shown.get(row);
        const statement = markStatement(this.form, row);
        if (statement.value === before) return;
        this.shown.set(row, statement.value);
        this.count();
        const isKept = await this.keep([statement], () => {
            showMark(row, before);
            this.shown.set(row, before);
            this.count();
        });
        if (isKept) this.rememberChange(row, before);
    }

    countChanged(input) {
        const count = whole(input.value);
        const before = this.shown.get(input);
        if (count === null || count > 10_000 || !this.mayChange()) {
            input.value = before;
            return;
        }
        input.value = count;
        this.shown.set(input, input.value);
        return this.keep([countStatement(this.form, input, count)], () => {
            input.value = before;
            this.shown.set(input, before);
        });
    }

    /// After the sign-off nothing changes without its reason.
    mayChange() {
        if (reasonOn(this.form) !== null) return true;
        tell(words.reasonMissing, "fault");
        this.form.querySelector("#reason").focus();
        return false;
    }

    /// Writes statements to the phone; only then says that they are saved.
    async keep(statements, takeBack = () => {}) {
        for (const { thing } of statements) this.pending.add(thing);
        try {
            tellSaved(await record(this.account, statements));
        } catch {
            takeBack();
            tell(words.notSaved, "fault");
            return false;
        } finally {
            for (const { thing } of statements) this.pending.delete(thing);
        }
        persist();
        announce();
        send(this.account);
        return true;
    }

    // Undo

    makeUndo() {
        this.undoButton = button("phone-undo", words.undo, () => this.undo());
        this.undoButton.className = "quiet";
        this.undoButton.hidden = true;
        document.getElementById("phone-status")?.after(this.undoButton);
    }

    rememberChange(row, before) {
        this.lastChange = { row, before };
        this.undoButton.hidden = false;
    }

    undo() {
        const { row, before } = this.lastChange;
        showMark(row, before);
        this.undoButton.hidden = true;
        row.querySelector("input[type=radio]:checked")?.focus();
        return this.rowChanged(row, row);
    }

    // The buttons

    async submitted(event) {
        const pressed = event.submitter;
        const intent = pressed?.name === "intent" ? pressed.value : "";
        if (pressed?.dataset.step) {
            event.preventDefault();
            return this.step(pressed);
        }
        if (this.isPassing) return;
        const act = {
            save: () => this.sendNow(), rest: () => this.restPresent(), add: () => this.add(),
            signOff: () => this.signOff(pressed), notHeld: () => this.tellState("notHeld"),
            held: () => this.tellState("held"),
        }[intent];
        if (act) {
            event.preventDefault();
            return act();
        }
        // The rest is the service's to do, once it knows what was said here.
        if ((await this.waitingCount(event)) > 0) return this.sendThenPress(pressed);
    }

    async waitingCount(event) {
        event.preventDefault();
        const { waiting } = await outboxOf(this.account);
        if (waiting.length === 0) this.press(event.submitter);
        return waiting.length;
    }

    async sendThenPress(pressed) {
        if (await send(this.account, { force: true }) === "sent") this.press(pressed);
    }

    press(pressed) {
        this.isPassing = true;
        this.form.requestSubmit(pressed);
        this.isPassing = false;
    }

    step(pressed) {
        const input = pressed.parentElement.querySelector('input[name^="count."]');
        input.value = Math.max(0, (whole(input.value) ?? 0) + Number(pressed.dataset.step));
        return this.countChanged(input);
    }

    async sendNow() {
        if (await send(this.account, { force: true }) === "sent") tell(words.sent, "sent");
    }

    restPresent() {
        if (!this.mayChange()) return;
        const rows = this.rows.filter(isUnmarked);
        if (rows.length === 0) return;
        for (const row of rows) {
            row.querySelector('input[type=radio][value="present"]').checked = true;
        }
        this.count();
        const takeBack = () => {
            for (const row of rows) showMark(row, "");
            this.count();
        };
        for (const row of rows) this.shown.set(row, chosenMark(row, this.form.dataset.mode));
        return this.keep(rows.map(row => markStatement(this.form, row)), takeBack);
    }

    async add() {
        const native = this.field("new.native"), latin = this.field("new.latin");
        const names = [native?.value.trim() ?? "", latin?.value.trim() ?? ""];
        if (!names[0] && !names[1]) return (native ?? latin)?.focus();
        const statements = newPersonStatements(this.form, ...names);
        if (!await this.keep(statements)) return;
        if (native) native.value = "";
        if (latin) latin.value = "";
        await this.overlay();
    }

    /// On the service's own summary; where it can't be reached, here.
    async signOff(pressed) {
        if (await send(this.account, { force: true }) === "sent" && await isReachable()) {
            return this.press(pressed);
        }
        const unmarked = counted(words.unmarked, this.rows.filter(isUnmarked).length);
        const choice = await choose(words.signOffTitle, [unmarked, words.signOffText], [
            ["stay", words.stay], ["signOff", words.signOff],
        ]);
        if (choice === "signOff") await this.finish(signOffStatement(this.form));
    }

    async tellState(state) {
        const reason = this.field("notHeldReason");
        if (state === "notHeld" && !reason.value.trim()) {
            tell(words.notHeldReason, "fault");
            return reason.focus();
        }
        await this.finish(stateStatement(this.form, state, reason?.value.trim()));
    }

    /// Says something of the whole session, and shows what the service makes of it.
    async finish(statement) {
        if (!await this.keep([statement])) return;
        if (await send(this.account, { force: true }) === "sent") location.reload();
    }
}
