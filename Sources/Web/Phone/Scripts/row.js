// One person's row on the register, read and written.

/// A mark as a row carries it: `present,10,,onsite,member,`, with the code of the listed reason
/// behind it where there is one; empty for none.
export function writtenMark({ value, lateMinutes, leftEarlyMinutes, mode, role, makeUpFor, why }) {
    if (!value) return "";
    const fields = [
        value, lateMinutes ?? "", leftEarlyMinutes ?? "", mode, role, makeUpFor ?? "",
    ];
    return (why ? [...fields, why] : fields).join(",");
}

export function readMark(written) {
    const [value, late, early, mode, role, makeUpFor, why] = written.split(",");
    return value
        ? { value, lateMinutes: minutes(late), leftEarlyMinutes: minutes(early), mode, role,
            makeUpFor: makeUpFor || undefined, why }
        : null;
}

/// Undefined for nothing, and for none.
export function minutes(text) {
    return whole(text) || undefined;
}

/// A number typed in any of the digits that readers use; null for what is none.
export function whole(text) {
    const latin = text.trim().replace(/[٠-٩۰-۹]/g, digit => digit.charCodeAt(0) & 15);
    return /^\d{1,5}$/.test(latin) ? Number(latin) : null;
}

const field = (row, name) => row.querySelector(`[name="${name}.${row.dataset.person}"]`);
const radio = (row, value) => row.querySelector(
    `input[type=radio][name="value.${row.dataset.person}"][value="${value}"]`);

/// For which listed reason the row excuses an absence, empty for none; null where it excuses none,
/// or has no list.
export function chosenWhy(row) {
    return radio(row, "excused")?.checked ? field(row, "why")?.value ?? null : null;
}

/// What the row's fields say.
export function chosenMark(row, usualMode) {
    const value = row.querySelector("input[type=radio]:checked")?.value ?? "";
    if (!value) return "";
    const shown = readMark(row.dataset.was);
    const isPresent = value === "present";
    return writtenMark({
        value, lateMinutes: isPresent ? minutes(field(row, "late")?.value ?? "") : undefined,
        leftEarlyMinutes: isPresent ? minutes(field(row, "early")?.value ?? "") : undefined,
        mode: field(row, "mode")?.value ?? shown?.mode ?? usualMode,
        role: shown?.role ?? "member", makeUpFor: shown?.makeUpFor,
        why: chosenWhy(row) || undefined,
    });
}

/// Shows a mark in the row; `was` keeps the way of taking part and the role for a later one.
export function showMark(row, written) {
    const mark = readMark(written);
    const chosen = radio(row, mark?.value ?? "");
    if (chosen) chosen.checked = true;
    const late = field(row, "late"), early = field(row, "early"), mode = field(row, "mode");
    if (late) late.value = mark?.lateMinutes ?? "";
    if (early) early.value = mark?.leftEarlyMinutes ?? "";
    if (mode && mark) mode.value = mark.mode;
    const why = field(row, "why");
    if (why) why.value = mark?.why ?? "";
    // What is said is always seen.
    if (mark?.lateMinutes || mark?.leftEarlyMinutes) row.querySelector("details").open = true;
    if (written || !row.dataset.was) row.dataset.was = written;
}

export function choosePresent(row) { radio(row, "present").checked = true; }

export function isUnmarked(row) {
    const role = readMark(row.dataset.was)?.role ?? "member";
    return role === "member" && !row.closest("#guests")
        && (row.querySelector("input[type=radio]:checked")?.value ?? "") === "";
}

export function nameOf(row) {
    return row.querySelector("legend bdi")?.textContent ?? "";
}
