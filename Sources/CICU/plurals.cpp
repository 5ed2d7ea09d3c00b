#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include "support.hpp"

using icu::PluralRules;
using icu::UnicodeString;

static std::unique_ptr<PluralRules> rules(const char *tag) {
    icu::Locale locale;
    UErrorCode status = U_ZERO_ERROR;
    if (!cicu::locale(tag, locale)) return nullptr;
    std::unique_ptr<PluralRules> rules(PluralRules::forLocale(locale, status));
    return U_FAILURE(status) ? nullptr : std::move(rules);
}

intptr_t cicu_plural_categories(const char *tag, char *out, size_t capacity) {
    auto found = rules(tag);
    UErrorCode status = U_ZERO_ERROR;
    if (!found) return -1;
    std::unique_ptr<icu::StringEnumeration> keywords(found->getKeywords(status));
    if (U_FAILURE(status)) return -1;
    UnicodeString words;
    while (const UnicodeString *word = keywords->snext(status)) {
        if (!words.isEmpty()) words.append(u' ');
        words.append(*word);
    }
    return U_FAILURE(status) ? -1 : cicu::write(words, out, capacity);
}

intptr_t cicu_plural_category(
    const char *tag, const char *number, size_t length, int32_t decimals, char *out,
    size_t capacity) {
    auto found = rules(tag);
    UErrorCode status = U_ZERO_ERROR;
    if (!found) return -1;
    auto formatted = icu::number::NumberFormatter::withLocale(icu::Locale::getRoot())
                         .precision(icu::number::Precision::fixedFraction(decimals))
                         .formatDecimal(
                             icu::StringPiece(number, static_cast<int32_t>(length)), status);
    if (U_FAILURE(status)) return -1;
    UnicodeString category = found->select(formatted, status);
    return U_FAILURE(status) ? -1 : cicu::write(category, out, capacity);
}
