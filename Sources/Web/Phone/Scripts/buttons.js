// What the register's buttons do: what the phone can do it does, the rest is the service's.

import { choose } from "./dialog.js";
import { isReachable } from "./network.js";
import { outboxOf } from "./outbox.js";
import { whole } from "./row.js";
import { send } from "./sender.js";
import { givenReason, newPersonStatements, signOffStatement, stateStatement } from "./statement.js";
import { counted, tell } from "./status.js";

export class RegisterButtons {
    constructor(register) {
        this.register = register;
        this.form = register.form;
        this.account = register.account;
    }

    async submitted(event) {
        if (this.isPassing) return;
        const pressed = event.submitter;
        const intent = pressed?.name === "intent" ? pressed.value : "";
        const act = pressed?.dataset.step ? () => this.step(pressed) : {
            save: () => this.sendNow(), rest: () => this.register.restPresent(),
            add: () => this.add(), signOff: () => this.signOff(pressed),
            notHeld: () => this.tellState("notHeld"), held: () => this.tellState("held"),
        }[intent];
        event.preventDefault();
        await (act ? act() : this.pass(pressed));
    }

    /// To the service, once it knows what was said here.
    async pass(pressed) {
        const { waiting } = await outboxOf(this.account);
        if (waiting.length === 0 || await this.sendAll()) this.press(pressed);
    }

    press(pressed) {
        this.isPassing = true;
        this.form.requestSubmit(pressed);
        this.isPassing = false;
    }

    async sendAll() { return await send(this.account, { force: true }) === "sent"; }

    async sendNow() {
        if (await this.sendAll()) tell(words.sent, "sent");
    }

    step(pressed) {
        const input = pressed.parentElement.querySelector('input[name^="count."]');
        input.value = Math.max(0, (whole(input.value) ?? 0) + Number(pressed.dataset.step));
        return this.register.countChanged(input);
    }

    async add() {
        const fields = ["new.native", "new.latin"].map(name => this.register.field(name));
        const [native, latin] = fields.map(field => field?.value.trim() ?? "");
        if (!native && !latin) return fields.find(field => field)?.focus();
        // Emptied first: a second tap must not add the same person again.
        write(fields, ["", ""]);
        const isKept = await this.register.keep(newPersonStatements(this.form, native, latin));
        if (!isKept) return write(fields, [native, latin]);
        await this.register.overlay();
    }

    async signOff(pressed) {
        if (this.isSigningOff) return;
        this.isSigningOff = true;
        try {
            await this.askForSignOff(pressed);
        } finally {
            this.isSigningOff = false;
        }
    }

    /// On the service's own summary; where it can't be reached, here.
    async askForSignOff(pressed) {
        if (await this.sendAll() && await isReachable()) return this.press(pressed);
        const unmarked = counted(words.unmarked, this.register.unmarked.length);
        const choice = await choose(words.signOffTitle, [unmarked, words.signOffText], [
            ["stay", words.stay], ["signOff", words.signOff],
        ]);
        if (choice === "signOff") await this.finish(signOffStatement(this.form));
    }

    async tellState(state) {
        const reason = givenReason(this.form, "notHeldReason");
        if (state === "notHeld" && !reason) {
            tell(words.notHeldReason, "fault");
            return this.register.field("notHeldReason").focus();
        }
        await this.finish(stateStatement(this.form, state, reason));
    }

    /// Says something of the whole session, and shows what the service makes of it.
    async finish(statement) {
        if (await this.register.keep([statement]) && await this.sendAll()) location.reload();
    }
}

function write(fields, values) {
    fields.forEach((field, index) => { if (field) field.value = values[index]; });
}
