#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "support.hpp"

using icu::UnicodeString;

intptr_t cicu_fold(const char *text, size_t length, char *out, size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    auto fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    auto decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) return -1;
    UnicodeString folded = fold->normalize(cicu::text(text, length), status);
    UnicodeString parts = decompose->normalize(folded, status), kept;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        UChar32 letter = parts.char32At(i);
        int8_t type = u_charType(letter);
        if (type != U_NON_SPACING_MARK && type != U_FORMAT_CHAR) kept.append(letter);
    }
    return U_FAILURE(status) ? -1 : cicu::write(kept, out, capacity);
}

bool cicu_code_page(const char *name, uint16_t table[256]) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return false;
    for (int i = 0; i < 256; i++) {
        char byte = static_cast<char>(i);
        UChar unit[4];
        status = U_ZERO_ERROR;
        int32_t count = ucnv_toUChars(converter, unit, 4, &byte, 1, &status);
        // The C1 controls are how converters pass on a byte that the code page leaves empty.
        bool empty = U_FAILURE(status) || count != 1 || unit[0] == 0xFFFD
            || (unit[0] >= 0x80 && unit[0] < 0xA0);
        table[i] = empty ? 0xFFFF : unit[0];
    }
    ucnv_close(converter);
    return true;
}

static size_t put(uint32_t letter, char *out, size_t at) {
    auto byte = [&](uint32_t value) { out[at++] = static_cast<char>(value); };
    if (letter < 0x80) {
        byte(letter);
    } else if (letter < 0x800) {
        byte(0xC0 | letter >> 6);
        byte(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        byte(0xE0 | letter >> 12);
        byte(0x80 | (letter >> 6 & 0x3F));
        byte(0x80 | (letter & 0x3F));
    } else {
        byte(0xF0 | letter >> 18);
        byte(0x80 | (letter >> 12 & 0x3F));
        byte(0x80 | (letter >> 6 & 0x3F));
        byte(0x80 | (letter & 0x3F));
    }
    return at;
}

static size_t size(uint32_t letter) {
    return letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
}

intptr_t cicu_decode_bytes(
    const uint16_t table[256], const uint8_t *bytes, size_t count, char *out, size_t capacity,
    size_t *fault) {
    size_t needed = 0;
    for (size_t i = 0; i < count; i++) {
        if (table[bytes[i]] == 0xFFFF) {
            *fault = i;
            return -1;
        }
        needed += size(table[bytes[i]]);
    }
    if (needed > capacity) return static_cast<intptr_t>(needed);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) used = put(table[bytes[i]], out, used);
    return static_cast<intptr_t>(used);
}

intptr_t cicu_decode_utf16(
    const uint8_t *bytes, size_t count, bool big_endian, char *out, size_t capacity,
    size_t *fault) {
    auto unit = [&](size_t i) -> uint32_t {
        return big_endian ? bytes[i] << 8 | bytes[i + 1] : bytes[i + 1] << 8 | bytes[i];
    };
    size_t used = 0;
    for (size_t i = 0; i < count;) {
        size_t start = i;
        uint32_t letter = i + 1 < count ? unit(i) : 0xDC00;
        i += 2;
        if (letter >= 0xD800 && letter < 0xDC00 && i + 1 < count && unit(i) >> 10 == 0x37) {
            letter = 0x10000 + ((letter - 0xD800) << 10) + (unit(i) - 0xDC00);
            i += 2;
        }
        if (letter >= 0xD800 && letter < 0xE000) {
            *fault = start;
            return -1;
        }
        if (used + size(letter) <= capacity) put(letter, out, used);
        used += size(letter);
    }
    return static_cast<intptr_t>(used);
}
