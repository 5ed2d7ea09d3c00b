#include <unicode/listformatter.h>
#include <unicode/locdspnm.h>
#include <unicode/numberformatter.h>

#include <cstring>

#include "support.hpp"

using icu::UnicodeString;
using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;
using icu::number::Precision;

struct cicu_number_format {
    LocalizedNumberFormatter formatter;
};

cicu_number_format *cicu_number_format_open(const char *tag, bool percent, int32_t decimals) {
    icu::Locale locale;
    if (!cicu::locale(tag, locale)) return nullptr;
    auto precision =
        decimals < 0 ? Precision::unlimited() : Precision::fixedFraction(decimals);
    auto formatter = NumberFormatter::withLocale(locale).precision(precision);
    if (percent) formatter = formatter.unit(icu::NoUnit::percent());
    return new cicu_number_format{formatter};
}

intptr_t cicu_number_format_decimal(
    const cicu_number_format *format, const char *number, size_t length, char *out,
    size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    auto formatted = format->formatter.formatDecimal(
        icu::StringPiece(number, static_cast<int32_t>(length)), status);
    UnicodeString result = formatted.toString(status);
    return U_FAILURE(status) ? -1 : cicu::write(result, out, capacity);
}

struct cicu_list_format {
    std::unique_ptr<icu::ListFormatter> formatter;
};

cicu_list_format *cicu_list_format_open(const char *tag) {
    icu::Locale locale;
    UErrorCode status = U_ZERO_ERROR;
    if (!cicu::locale(tag, locale)) return nullptr;
    std::unique_ptr<icu::ListFormatter> formatter(
        icu::ListFormatter::createInstance(locale, status));
    return U_FAILURE(status) ? nullptr : new cicu_list_format{std::move(formatter)};
}

intptr_t cicu_list_format_join(
    const cicu_list_format *format, const char *bytes, const uint32_t *ends, size_t count,
    char *out, size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    std::vector<UnicodeString> items;
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        items.push_back(cicu::text(bytes + start, ends[i] - start));
        start = ends[i];
    }
    UnicodeString result;
    format->formatter->format(items.data(), static_cast<int32_t>(count), result, status);
    return U_FAILURE(status) ? -1 : cicu::write(result, out, capacity);
}

intptr_t cicu_language_name(
    const char *tag, const char *language, char *out, size_t capacity) {
    icu::Locale locale, named;
    if (!cicu::locale(tag, locale) || !cicu::locale(language, named)) return -1;
    std::unique_ptr<icu::LocaleDisplayNames> names(
        icu::LocaleDisplayNames::createInstance(locale));
    UnicodeString name;
    names->localeDisplayName(named, name);
    if (name == UnicodeString::fromUTF8(named.getName())) return -1;
    return cicu::write(name, out, capacity);
}
