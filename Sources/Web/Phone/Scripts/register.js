// The register's form, where each tap is kept on the phone before anything else.

import { RegisterButtons } from "./buttons.js";
import { persist } from "./download.js";
import { record } from "./record.js";
import { choosePresent, showMark, whole } from "./row.js";
import { announce, send } from "./sender.js";
import { ShownRegister } from "./shown.js";
import { countStatement, markStatement, noteStatement, reasonOn } from "./statement.js";
import { button, tell, tellSaved } from "./status.js";

/// Takes over the form of a register.
export function enhance(form, account) {
    const register = new RegisterForm(form, account);
    const buttons = new RegisterButtons(register);
    form.addEventListener("change", event => register.changed(event.target));
    form.addEventListener("submit", event => buttons.submitted(event));
    return register;
}

class RegisterForm extends ShownRegister {
    constructor(form, account) {
        super(form, account);
        this.lastChange = null;
        this.makeUndo();
    }

    changed(target) {
        const row = target.closest("fieldset[data-person]");
        if (row) return this.rowChanged(row, target);
        if (target.name?.startsWith("count.")) return this.countChanged(target);
        if (target.name === "note") return this.keep([noteStatement(this.form, target.value)]);
    }

    async rowChanged(row, target) {
        const isMinutes = /^(late|early)\./.test(target.name);
        if (isMinutes && target.value.trim()) choosePresent(row);
        if (!this.mayChange()) return showMark(row, this.shown.get(row));
        const before = this.shown.get(row);
        const statement = markStatement(this.form, row);
        if (statement.value === before) return;
        this.shown.set(row, statement.value);
        this.count();
        const isKept = await this.keep([statement], () => this.show(row, before));
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

    restPresent() {
        if (!this.mayChange()) return;
        const rows = this.unmarked;
        if (rows.length === 0) return;
        for (const row of rows) {
            choosePresent(row);
            this.remember(row);
        }
        this.count();
        return this.keep(rows.map(row => markStatement(this.form, row)), () => {
            for (const row of rows) this.show(row, "");
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
        for (const { thing } of statements) this.countPending(thing, 1);
        try {
            tellSaved(await record(this.account, statements));
        } catch {
            takeBack();
            tell(words.notSaved, "fault");
            return false;
        } finally {
            for (const { thing } of statements) this.countPending(thing, -1);
        }
        persist();
        announce();
        send(this.account);
        return true;
    }

    countPending(thing, change) {
        const count = (this.pending.get(thing) ?? 0) + change;
        if (count > 0) this.pending.set(thing, count);
        else this.pending.delete(thing);
    }

    // Undo of the last tap

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
}
