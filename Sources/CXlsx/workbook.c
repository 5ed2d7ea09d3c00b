#include "workbook.h"

#include <stdlib.h>
#include <xlsxwriter.h>

enum { a4 = 9 };

struct xlsx_book {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *formats[xlsx_style_count];
};

static void make_formats(xlsx_book *book) {
    for (int style = 0; style < xlsx_style_count; style++) {
        lxw_format *format = workbook_add_format(book->workbook);
        book->formats[style] = format;
        bool strong = style >= xlsx_strong || style == xlsx_title || style == xlsx_heading;
        if (strong) format_set_bold(format);
        if (style == xlsx_title) format_set_font_size(format, 14);
        if (style == xlsx_note) format_set_font_color(format, 0x555555);
        if (style == xlsx_heading) {
            format_set_bottom(format, LXW_BORDER_THIN);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        if (style == xlsx_plain) {
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        if (style >= xlsx_strong) format_set_top(format, LXW_BORDER_THIN);
        if (style == xlsx_number || style == xlsx_strong_number) {
            format_set_num_format(format, "#,##0");
        }
        if (style == xlsx_percent || style == xlsx_strong_percent) {
            format_set_num_format(format, "0.0%");
        }
    }
}

xlsx_book *xlsx_open(const char *path, const char *title, int64_t created) {
    xlsx_book *book = calloc(1, sizeof *book);
    if (!book) return NULL;
    book->workbook = workbook_new(path);
    if (!book->workbook) {
        free(book);
        return NULL;
    }
    lxw_doc_properties properties = {.title = (char *)title, .created = (time_t)created};
    workbook_set_properties(book->workbook, &properties);
    make_formats(book);
    return book;
}

bool xlsx_add_sheet(xlsx_book *book, const char *name, bool right_to_left) {
    book->sheet = workbook_add_worksheet(book->workbook, name);
    if (!book->sheet) return false;
    if (right_to_left) worksheet_right_to_left(book->sheet);
    worksheet_set_paper(book->sheet, a4);
    worksheet_set_landscape(book->sheet);
    worksheet_fit_to_pages(book->sheet, 1, 0);
    return true;
}

void xlsx_column_width(xlsx_book *book, int column, double width) {
    worksheet_set_column(book->sheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
}

void xlsx_write_text(xlsx_book *book, int row, int column, const char *text, xlsx_style style) {
    worksheet_write_string(
        book->sheet, (lxw_row_t)row, (lxw_col_t)column, text, book->formats[style]);
}

void xlsx_write_number(xlsx_book *book, int row, int column, double number, xlsx_style style) {
    worksheet_write_number(
        book->sheet, (lxw_row_t)row, (lxw_col_t)column, number, book->formats[style]);
}

void xlsx_freeze(xlsx_book *book, int row, int column) {
    worksheet_freeze_panes(book->sheet, (lxw_row_t)row, (lxw_col_t)column);
    worksheet_repeat_rows(book->sheet, (lxw_row_t)(row - 1), (lxw_row_t)(row - 1));
}

void xlsx_add_bars(
    xlsx_book *book, const char *sheet, const char *title, int heading_row, int last_row,
    int first_column, int last_column, int row
) {
    lxw_chart *chart = workbook_add_chart(book->workbook, LXW_CHART_BAR_STACKED);
    if (!chart) return;
    static const lxw_color_t colours[] = {0x12436D, 0x28A197, 0x801650, 0xF46A25};
    for (int column = first_column; column <= last_column; column++) {
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        if (!series) return;
        chart_series_set_categories(
            series, sheet, (lxw_row_t)(heading_row + 1), 0, (lxw_row_t)last_row,
            1);
        chart_series_set_values(
            series, sheet, (lxw_row_t)(heading_row + 1), (lxw_col_t)column, (lxw_row_t)last_row,
            (lxw_col_t)column);
        chart_series_set_name_range(
            series, sheet, (lxw_row_t)heading_row, (lxw_col_t)column);
        lxw_chart_fill fill = {.color = colours[(column - first_column) % 4]};
        chart_series_set_fill(series, &fill);
    }
    chart_title_set_name(chart, title);
    chart_axis_set_reverse(chart->y_axis);
    worksheet_insert_chart(book->sheet, (lxw_row_t)row, 0, chart);
}

bool xlsx_close(xlsx_book *book) {
    lxw_error error = workbook_close(book->workbook);
    free(book);
    return error == LXW_NO_ERROR;
}
