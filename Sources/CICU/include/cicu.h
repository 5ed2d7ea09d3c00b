#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ICU 72 without its headers: only opaque pointers and plain numbers stand here, since a Swift
// module that sees ICU's own headers beside Foundation's does not compile.
//
// All text is UTF-8. A function that writes text puts at most `capacity` bytes into `out` and
// answers the whole length in bytes, which may be greater (then nothing useful was written: call
// again with more room), or a negative number when ICU refused. Everything opened here may be
// used from many threads at once, and lives until the process ends.

#ifdef __cplusplus
extern "C" {
#endif

// MARK: Messages

typedef struct cicu_message cicu_message;

enum cicu_argument_kind {
    cicu_argument_text = 0,
    cicu_argument_whole = 1,
    cicu_argument_decimal = 2,
};

/// One named argument; name and text are ranges in a buffer handed over beside it.
struct cicu_argument {
    int32_t kind;
    uint32_t name_start;
    uint32_t name_length;
    uint32_t text_start;
    uint32_t text_length;
    int64_t number;
};

/// Parses a MessageFormat pattern once; null when it is wrong.
cicu_message *cicu_message_open(const char *locale, const char *pattern, size_t length);

intptr_t cicu_message_format(
    cicu_message *message, const char *bytes, const struct cicu_argument *arguments,
    size_t count, char *out, size_t capacity);

/// Writes a line for each argument of a pattern, nested ones too: name, tab, type (`plain`,
/// `simple`, `plural`, `ordinal`, `select`, `choice`), tab, its selectors parted by blanks.
intptr_t cicu_message_arguments(
    const char *pattern, size_t length, char *out, size_t capacity);

// MARK: Plurals

/// The categories of a language's cardinal numbers, parted by blanks.
intptr_t cicu_plural_categories(const char *locale, char *out, size_t capacity);

/// The category of a number as written, with as many decimals as it is written with.
intptr_t cicu_plural_category(
    const char *locale, const char *number, size_t length, int32_t decimals, char *out,
    size_t capacity);

// MARK: Dates

typedef struct cicu_date_format cicu_date_format;

/// A pattern in a locale whose tag names the calendar and digits; `months` replaces the month
/// names when `month_count` is above 0.
cicu_date_format *cicu_date_format_open(
    const char *locale, const char *pattern, const char *const *months, size_t month_count);

/// Formats the day that lies this many days after 1970-01-01.
intptr_t cicu_date_format_day(
    cicu_date_format *format, int64_t day, char *out, size_t capacity);

// MARK: Numbers, lists, names of languages

typedef struct cicu_number_format cicu_number_format;

/// `decimals` digits after the mark, or as many as the number has when negative.
cicu_number_format *cicu_number_format_open(const char *locale, bool percent, int32_t decimals);

/// Formats a decimal number written in ASCII, `-12.50`.
intptr_t cicu_number_format_decimal(
    const cicu_number_format *format, const char *number, size_t length, char *out,
    size_t capacity);

typedef struct cicu_list_format cicu_list_format;

cicu_list_format *cicu_list_format_open(const char *locale);

/// Joins the items, each ending in `bytes` where `ends` says.
intptr_t cicu_list_format_join(
    const cicu_list_format *format, const char *bytes, const uint32_t *ends, size_t count,
    char *out, size_t capacity);

/// The name of a language tag in a locale; negative when ICU knows none.
intptr_t cicu_language_name(
    const char *locale, const char *tag, char *out, size_t capacity);

// MARK: Sorting

typedef struct cicu_collator cicu_collator;

/// `*fallback` tells whether the locale has no order of its own and the root's is used.
cicu_collator *cicu_collator_open(const char *locale, bool *fallback);

/// Fills `order` with the positions of the texts (ending where `ends` says) in their order;
/// equal ones keep theirs. False when ICU refused.
bool cicu_collator_order(
    const cicu_collator *collator, const char *bytes, const uint32_t *ends, size_t count,
    uint32_t *order);

/// The sort key of one text, its closing zero included.
intptr_t cicu_collator_key(
    const cicu_collator *collator, const char *text, size_t length, char *out,
    size_t capacity);

// MARK: Text

/// Compatibility-decomposed, case-folded, without marks and format characters.
intptr_t cicu_fold(const char *text, size_t length, char *out, size_t capacity);

/// What a single-byte encoding's 256 bytes mean; 0xFFFF where it defines nothing.
bool cicu_code_page(const char *name, uint16_t table[256]);

/// Decodes one byte a letter by a code page's table; `*fault` is the first undefined byte.
intptr_t cicu_decode_bytes(
    const uint16_t table[256], const uint8_t *bytes, size_t count, char *out, size_t capacity,
    size_t *fault);

/// Decodes UTF-16 without a byte-order mark; `*fault` is the offset of the first bad unit.
intptr_t cicu_decode_utf16(
    const uint8_t *bytes, size_t count, bool big_endian, char *out, size_t capacity,
    size_t *fault);

#ifdef __cplusplus
}
#endif
