#include <unicode/tblcoll.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <cstring>
#include <numeric>

#include "support.hpp"

struct cicu_collator {
    std::unique_ptr<icu::Collator> collator;
};

cicu_collator *cicu_collator_open(const char *tag, bool *fallback) {
    icu::Locale locale;
    UErrorCode status = U_ZERO_ERROR;
    if (!cicu::locale(tag, locale)) return nullptr;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
    if (U_FAILURE(status)) return nullptr;
    const char *found = collator->getLocale(ULOC_VALID_LOCALE, status).getLanguage();
    *fallback = *found == 0;
    return U_FAILURE(status) ? nullptr : new cicu_collator{std::move(collator)};
}

namespace {

/// All keys one after the other, so that comparing them stays in the cache.
struct Keys {
    std::vector<uint8_t> bytes;
    std::vector<char16_t> wide;
    size_t used = 0;

    size_t append(const icu::Collator &collator, const char *text, size_t length) {
        if (wide.size() < length) wide.resize(length * 2);
        int32_t units = 0;
        UErrorCode status = U_ZERO_ERROR;
        u_strFromUTF8WithSub(
            wide.data(), static_cast<int32_t>(wide.size()), &units, text,
            static_cast<int32_t>(length), 0xFFFD, nullptr, &status);
        size_t written = key(collator, units);
        if (written > bytes.size() - used) {
            bytes.resize(std::max(bytes.size() * 2, used + written));
            written = key(collator, units);
        }
        size_t start = used;
        used += written;
        return start;
    }

    size_t key(const icu::Collator &collator, int32_t units) {
        return collator.getSortKey(
            wide.data(), units, bytes.data() + used,
            static_cast<int32_t>(std::min<size_t>(bytes.size() - used, INT32_MAX)));
    }
};

struct Entry {
    uint64_t head;  // the key's first eight bytes, as a number that compares as they do
    size_t start;
    uint32_t length;
    uint32_t index;
};

uint64_t head(const uint8_t *key, size_t length) {
    uint64_t value = 0;
    for (size_t i = 0; i < 8; i++) value = value << 8 | (i < length ? key[i] : 0);
    return value;
}

}  // namespace

bool cicu_collator_order(
    const cicu_collator *collator, const char *text, const uint32_t *ends, size_t count,
    uint32_t *order) {
    Keys keys;
    keys.wide.resize(256);
    keys.bytes.resize(count * 24 + 256);
    std::vector<Entry> entries;
    entries.reserve(count);
    uint32_t begin = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t start = keys.append(*collator->collator, text + begin, ends[i] - begin);
        size_t length = keys.used - start;
        if (length == 0) return false;
        entries.push_back(
            {head(keys.bytes.data() + start, length), start, static_cast<uint32_t>(length), i});
        begin = ends[i];
    }
    const uint8_t *bytes = keys.bytes.data();
    std::sort(entries.begin(), entries.end(), [bytes](const Entry &a, const Entry &b) {
        if (a.head != b.head) return a.head < b.head;
        int difference =
            std::memcmp(bytes + a.start, bytes + b.start, std::min(a.length, b.length));
        if (difference != 0) return difference < 0;
        return a.length != b.length ? a.length < b.length : a.index < b.index;
    });
    for (size_t i = 0; i < count; i++) order[i] = entries[i].index;
    return true;
}

intptr_t cicu_collator_key(
    const cicu_collator *collator, const char *text, size_t length, char *out,
    size_t capacity) {
    return collator->collator->getSortKey(
        cicu::text(text, length), reinterpret_cast<uint8_t *>(out),
        static_cast<int32_t>(capacity));
}
