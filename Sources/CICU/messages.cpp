#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <string>

#include "support.hpp"

using icu::Formattable;
using icu::MessageFormat;
using icu::MessagePattern;
using icu::UnicodeString;

struct cicu_message {
    cicu::Pool<MessageFormat> formatters;
};

cicu_message *cicu_message_open(const char *tag, const char *pattern, size_t length) {
    icu::Locale locale;
    if (!cicu::locale(tag, locale)) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    auto format = std::make_unique<MessageFormat>(
        cicu::text(pattern, length), locale, where, status);
    if (U_FAILURE(status)) return nullptr;
    return new cicu_message{cicu::Pool<MessageFormat>(std::move(format))};
}

static Formattable value(const char *bytes, const cicu_argument &argument, UErrorCode &status) {
    const char *start = bytes + argument.text_start;
    switch (argument.kind) {
    case cicu_argument_whole:
        return Formattable(argument.number);
    case cicu_argument_decimal:
        return Formattable(
            icu::StringPiece(start, static_cast<int32_t>(argument.text_length)), status);
    default:
        return Formattable(cicu::text(start, argument.text_length));
    }
}

intptr_t cicu_message_format(
    cicu_message *message, const char *bytes, const cicu_argument *arguments, size_t count,
    char *out, size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    std::vector<UnicodeString> names;
    std::vector<Formattable> values;
    names.reserve(count);
    values.reserve(count);
    for (size_t i = 0; i < count; i++) {
        names.push_back(
            cicu::text(bytes + arguments[i].name_start, arguments[i].name_length));
        values.push_back(value(bytes, arguments[i], status));
    }
    UnicodeString result;
    auto formatter = message->formatters.take();
    formatter->format(
        names.data(), values.data(), static_cast<int32_t>(count), result, status);
    message->formatters.give(std::move(formatter));
    return U_FAILURE(status) ? -1 : cicu::write(result, out, capacity);
}

static const char *typeName(UMessagePatternArgType type) {
    switch (type) {
    case UMSGPAT_ARG_TYPE_SIMPLE: return "simple";
    case UMSGPAT_ARG_TYPE_CHOICE: return "choice";
    case UMSGPAT_ARG_TYPE_PLURAL: return "plural";
    case UMSGPAT_ARG_TYPE_SELECT: return "select";
    case UMSGPAT_ARG_TYPE_SELECTORDINAL: return "ordinal";
    default: return "plain";
    }
}

/// The selectors of the argument that starts at this part, without those of nested ones.
static UnicodeString selectors(const MessagePattern &pattern, int32_t start) {
    UnicodeString found;
    int32_t limit = pattern.getLimitPartIndex(start);
    for (int32_t i = start + 1; i < limit; i++) {
        const auto &part = pattern.getPart(i);
        if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) {
            i = pattern.getLimitPartIndex(i);
        } else if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
            if (!found.isEmpty()) found.append(u' ');
            found.append(pattern.getSubstring(part));
        }
    }
    return found;
}

intptr_t cicu_message_arguments(
    const char *text, size_t length, char *out, size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    MessagePattern pattern(cicu::text(text, length), &where, status);
    if (U_FAILURE(status)) return -1;
    UnicodeString lines;
    for (int32_t i = 0; i < pattern.countParts(); i++) {
        const auto &part = pattern.getPart(i);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
        lines.append(pattern.getSubstring(pattern.getPart(i + 1))).append(u'\t');
        lines.append(UnicodeString(typeName(part.getArgType()), -1, US_INV)).append(u'\t');
        lines.append(selectors(pattern, i)).append(u'\n');
    }
    return cicu::write(lines, out, capacity);
}
