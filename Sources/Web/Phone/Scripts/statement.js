// What a change on the register says, as the outbox keeps it.

import { chosenMark, chosenWhy, nameOf, readMark } from "./row.js";

const valueOf = (form, name) => form.querySelector(`[name="${name}"]`)?.value ?? "";

/// After the sign-off a change needs its reason; null where that is missing.
export function reasonOn(form) {
    if (!form.querySelector("#reason")) return {};
    const reason = givenReason(form, "reason");
    return reason ? { reason } : null;
}

/// A listed reason's code, words of one's own or both, as the service reads them.
export function givenReason(form, name) {
    return joined(valueOf(form, name + ".listed"), free(valueOf(form, name).trim()));
}

/// Words of one's own that begin as a code would, said outright to be none.
function free(words) {
    const resemblesCode = /^(: )*([^\S\uFEFF]|\u0085)*[a-z\d-]{1,40}([^\S\uFEFF]|\u0085)*(:|$)/;
    return resemblesCode.test(words) ? ": " + words : words;
}

function joined(...parts) { return parts.filter(part => part).join(": "); }

/// An absence is excused for a listed reason, or, said outright, for none.
function excuse(form, row) {
    const why = chosenWhy(row);
    return why === null ? {} : { reason: joined(why, givenReason(form, "reason")) };
}

export function markStatement(form, row) {
    const person = row.dataset.person;
    const value = chosenMark(row, form.dataset.mode);
    const { why: _, ...mark } = readMark(value) ?? {};
    return {
        session: form.dataset.session, thing: "mark:" + person, value, label: nameOf(row),
        base: Number(row.dataset.base),
        act: value
            ? { kind: "mark", person, ...mark, ...reasonOn(form), ...excuse(form, row) }
            : { kind: "clear", person, ...reasonOn(form) },
    };
}

export function countStatement(form, input, count) {
    const key = input.name.slice("count.".length);
    const [category, language, gender, ageBand] = key.split(",");
    const was = valueOf(form, "countwas." + key).split(",");
    const optional = name => name || undefined;
    return {
        session: form.dataset.session, thing: "count:" + key, value: String(count),
        label: input.labels[0]?.textContent ?? "", base: Number(was[1] ?? 0),
        act: {
            kind: "headcount", category, language: optional(language),
            gender: optional(gender), ageBand: optional(ageBand), count, ...reasonOn(form),
        },
    };
}

export function noteStatement(form, text) {
    return {
        session: form.dataset.session, thing: "note", value: text, label: "",
        base: Number(valueOf(form, "note.base")), act: { kind: "note", text },
    };
}

export function stateStatement(form, state, reason) {
    return {
        session: form.dataset.session, thing: "state", value: state, label: "",
        base: Number(valueOf(form, "state.base")),
        act: { kind: "sessionState", state, reason: reason || undefined },
    };
}

export function signOffStatement(form) {
    return {
        session: form.dataset.session, thing: "signOff", value: "signedOff", label: "",
        base: Number(valueOf(form, "signOff.base")), act: { kind: "signOff" },
    };
}

/// Someone added on the spot, and that they are here.
export function newPersonStatements(form, native, latin) {
    const session = form.dataset.session, person = randomID();
    const name = { full: native || latin, native: native || undefined, latin: latin || undefined };
    const mark = { value: "present", mode: form.dataset.mode, role: "guest" };
    const value = `present,,,${mark.mode},guest,`;
    return [
        {
            session, thing: "person:" + person, value: "", label: name.full, base: 0,
            act: { kind: "person", person, name },
        },
        {
            session, thing: "mark:" + person, value, label: name.full, base: 0,
            act: { kind: "mark", person, ...mark },
        },
    ];
}

/// 64 random bits as the service writes its ids: thirteen digits of Crockford's base 32.
function randomID() {
    const letters = "0123456789abcdefghjkmnpqrstvwxyz";
    let bits = crypto.getRandomValues(new BigUint64Array(1))[0], text = "";
    for (let place = 0; place < 13; place += 1) {
        text = letters[Number(bits & 31n)] + text;
        bits >>= 5n;
    }
    return text;
}
