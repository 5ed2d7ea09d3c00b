#include <unicode/dtfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <limits>

#include "support.hpp"

using icu::SimpleDateFormat;
using icu::UnicodeString;

struct cicu_date_format {
    cicu::Pool<SimpleDateFormat> formatters;
};

/// Days are the proleptic Gregorian calendar's everywhere, so there is no year of changing over.
static void keepGregorian(SimpleDateFormat &format, UErrorCode &status) {
    auto calendar = dynamic_cast<const icu::GregorianCalendar *>(format.getCalendar());
    if (!calendar) return;
    std::unique_ptr<icu::GregorianCalendar> copy(calendar->clone());
    copy->setGregorianChange(-8.64e15, status);
    format.setCalendar(*copy);
}

static void setMonths(
    SimpleDateFormat &format, const char *const *months, size_t count, UErrorCode &status) {
    if (count == 0) return;
    std::vector<UnicodeString> names;
    for (size_t i = 0; i < count; i++) names.push_back(UnicodeString::fromUTF8(months[i]));
    icu::DateFormatSymbols symbols(*format.getDateFormatSymbols());
    for (auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
            symbols.setMonths(names.data(), static_cast<int32_t>(count), context, width);
        }
    }
    format.setDateFormatSymbols(symbols);
}

cicu_date_format *cicu_date_format_open(
    const char *tag, const char *pattern, const char *const *months, size_t month_count) {
    icu::Locale locale;
    if (!cicu::locale(tag, locale)) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    auto format = std::make_unique<SimpleDateFormat>(
        UnicodeString::fromUTF8(pattern), locale, status);
    if (U_FAILURE(status)) return nullptr;
    format->setTimeZone(*icu::TimeZone::getGMT());
    keepGregorian(*format, status);
    setMonths(*format, months, month_count, status);
    if (U_FAILURE(status)) return nullptr;
    return new cicu_date_format{cicu::Pool<SimpleDateFormat>(std::move(format))};
}

intptr_t cicu_date_format_day(
    cicu_date_format *format, int64_t day, char *out, size_t capacity) {
    UnicodeString result;
    auto formatter = format->formatters.take();
    formatter->format(static_cast<UDate>(day) * 86400000.0, result);
    format->formatters.give(std::move(formatter));
    return cicu::write(result, out, capacity);
}
