#pragma once
#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "cicu.h"

namespace cicu {

inline icu::UnicodeString text(const char *bytes, size_t length) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(bytes, static_cast<int32_t>(length)));
}

inline intptr_t write(const icu::UnicodeString &text, char *out, size_t capacity) {
    icu::CheckedArrayByteSink sink(out, static_cast<int32_t>(capacity));
    text.toUTF8(sink);
    return sink.NumberOfBytesAppended();
}

/// The locale of a BCP 47 tag, which ICU must have understood to its end, and of ICU's own keywords
/// after it: `fa-AF@calendar=persian;numbers=latn`. Within the tag (`-u-ca-persian`) they would make
/// ICU read all the keywords that it knows, for a quarter of the time that a short command takes.
inline bool locale(const char *tag, icu::Locale &locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::string_view rest(tag);
    auto upTo = [&rest](char end) {
        auto part = rest.substr(0, rest.find(end));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        return icu::StringPiece(part.data(), static_cast<int32_t>(part.size()));
    };
    locale = icu::Locale::forLanguageTag(upTo('@'), status);
    while (!rest.empty()) {
        auto name = upTo('=');
        locale.setKeywordValue(name, upTo(';'), status);
    }
    return U_SUCCESS(status) && !locale.isBogus();
}

/// Copies of one formatter. ICU's own are not safe from two threads at once, so each call takes
/// one out, and a copy is made only when all are taken.
template <class Formatter>
class Pool {
public:
    explicit Pool(std::unique_ptr<Formatter> prototype) : prototype(std::move(prototype)) {}

    std::unique_ptr<Formatter> take() {
        std::lock_guard<std::mutex> guard(mutex);
        if (idle.empty()) {
            return std::unique_ptr<Formatter>(static_cast<Formatter *>(prototype->clone()));
        }
        auto formatter = std::move(idle.back());
        idle.pop_back();
        return formatter;
    }

    void give(std::unique_ptr<Formatter> formatter) {
        std::lock_guard<std::mutex> guard(mutex);
        idle.push_back(std::move(formatter));
    }

private:
    std::mutex mutex;
    const std::unique_ptr<Formatter> prototype;
    std::vector<std::unique_ptr<Formatter>> idle;
};

}  // namespace cicu
