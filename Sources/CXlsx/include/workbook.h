// Workbooks for spreadsheets, written by libxlsxwriter. Rows and columns count from 0.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef struct xlsx_book xlsx_book;

typedef enum {
    xlsx_plain,
    xlsx_title,
    xlsx_note,
    xlsx_heading,
    xlsx_number,
    xlsx_percent,
    xlsx_strong,
    xlsx_strong_number,
    xlsx_strong_percent,
    xlsx_style_count,
} xlsx_style;

/// A workbook that `xlsx_close` writes to the file; the title and the seconds since 1970 stand in
/// its properties. Null when memory is out.
xlsx_book *xlsx_open(const char *path, const char *title, int64_t created);

/// A new sheet, on which everything that follows is written. The name has at most 31 letters and
/// none of `[]:*?/\`.
bool xlsx_add_sheet(xlsx_book *book, const char *name, bool right_to_left);

void xlsx_column_width(xlsx_book *book, int column, double width);
void xlsx_write_text(xlsx_book *book, int row, int column, const char *text, xlsx_style style);
void xlsx_write_number(xlsx_book *book, int row, int column, double number, xlsx_style style);

/// Keeps what is above the row and before the column in sight, and repeats the heading row on
/// each printed page.
void xlsx_freeze(xlsx_book *book, int row, int column);

/// Bars at `row`, one for each row under the heading row, told by its first two columns: a part for
/// each column from `first_column` to `last_column`, named by the heading row.
void xlsx_add_bars(
    xlsx_book *book, const char *sheet, const char *title, int heading_row, int last_row,
    int first_column, int last_column, int row);

/// Writes the file and frees the book. False when the file could not be written.
bool xlsx_close(xlsx_book *book);
