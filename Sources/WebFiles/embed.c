#include "web_files.h"

static const unsigned char layout[] = {
#embed "../Web/Layout/layout.mustache"
};

static const unsigned char style[] = {
#embed "../Web/Layout/samsprak.css"
};

static const unsigned char failure[] = {
#embed "../Web/Failures/failure.mustache"
};

static const unsigned char sign_in[] = {
#embed "../Web/SignIn/sign-in.mustache"
};

static const unsigned char sessions[] = {
#embed "../Web/Sessions/sessions.mustache"
};

static const unsigned char register_page[] = {
#embed "../Web/Register/register.mustache"
};

static const unsigned char person[] = {
#embed "../Web/Register/person.mustache"
};

static const unsigned char card[] = {
#embed "../Web/Sessions/card.mustache"
};

static const unsigned char sign_off[] = {
#embed "../Web/Register/sign-off.mustache"
};

static const unsigned char make_up[] = {
#embed "../Web/Register/make-up.mustache"
};

static const unsigned char figures[] = {
#embed "../Web/Figures/figures.mustache"
};

static const unsigned char figure_table[] = {
#embed "../Web/Figures/figure-table.mustache"
};

static const unsigned char figure_rows[] = {
#embed "../Web/FigureRows/figure-rows.mustache"
};

static const unsigned char county[] = {
#embed "../Web/Figures/county.mustache"
};

static const unsigned char charts_page[] = {
#embed "../Web/Charts/charts.mustache"
};

static const unsigned char chart_body[] = {
#embed "../Web/Charts/chart-body.mustache"
};

static const unsigned char chart_table[] = {
#embed "../Web/Charts/chart-table.mustache"
};

static const unsigned char freeze[] = {
#embed "../Web/Frozen/freeze.mustache"
};

static const unsigned char frozen[] = {
#embed "../Web/Frozen/frozen.mustache"
};

static const unsigned char frozen_list[] = {
#embed "../Web/Frozen/frozen-list.mustache"
};

static const unsigned char recount[] = {
#embed "../Web/Frozen/recount.mustache"
};

static const unsigned char restate[] = {
#embed "../Web/Frozen/restate.mustache"
};

static const unsigned char figure_report[] = {
#embed "../Web/Charts/figure-report.mustache"
};

static const unsigned char charts_style[] = {
#embed "../Web/Charts/charts.css"
};

static const unsigned char start[] = {
#embed "../Web/Start/start.mustache"
};

static const unsigned char icon[] = {
#embed "../Web/Layout/icon.svg"
};
static const unsigned char rounds[] = {
#embed "../Web/Board/rounds.mustache"
};
static const unsigned char board[] = {
#embed "../Web/Board/board.mustache"
};
static const unsigned char board_preview[] = {
#embed "../Web/Board/board-preview.mustache"
};
static const unsigned char history_line[] = {
#embed "../Web/Board/history-line.mustache"
};
static const unsigned char balance[] = {
#embed "../Web/Board/balance.mustache"
};
static const unsigned char board_script[] = {
#embed "../Web/Board/board.js"
};
static const unsigned char certificates[] = {
#embed "../Web/Certificates/certificates.mustache"
};
static const unsigned char certificate[] = {
#embed "../Web/Certificates/certificate.mustache"
};
static const unsigned char certificate_issue[] = {
#embed "../Web/Certificates/certificate-issue.mustache"
};
static const unsigned char certificate_check[] = {
#embed "../Web/Certificates/certificate-check.mustache"
};
static const unsigned char one_short[] = {
#embed "../Web/OneShort/short.mustache"
};
static const unsigned char certificate_style[] = {
#embed "../Web/Certificates/certificate.css"
};
static const unsigned char account[] = {
#embed "../Web/Account/account.mustache"
};
static const unsigned char devices[] = {
#embed "../Web/Devices/devices.mustache"
};
static const unsigned char users[] = {
#embed "../Web/Devices/users.mustache"
};
static const unsigned char calendar[] = {
#embed "../Web/Calendar/calendar.mustache"
};
static const unsigned char calls[] = {
#embed "../Web/Calls/calls.mustache"
};
static const unsigned char groups[] = {
#embed "../Web/Groups/groups.mustache"
};
static const unsigned char group[] = {
#embed "../Web/Groups/group.mustache"
};
static const unsigned char sheet[] = {
#embed "../Web/Sheets/sheet.mustache"
};
static const unsigned char sheet_style[] = {
#embed "../Web/Sheets/sheet.css"
};
static const unsigned char entry[] = {
#embed "../Web/Entry/entry.mustache"
};
static const unsigned char entry_script[] = {
#embed "../Web/Entry/entry.js"
};
static const unsigned char paper_links[] = {
#embed "../Web/Groups/session-links.mustache"
};

static const unsigned char script_network[] = {
#embed "../Web/Phone/Scripts/network.js"
};

static const unsigned char script_database[] = {
#embed "../Web/Phone/Scripts/database.js"
};

static const unsigned char script_clock[] = {
#embed "../Web/Phone/Scripts/clock.js"
};

static const unsigned char script_account[] = {
#embed "../Web/Phone/Scripts/account.js"
};

static const unsigned char script_record[] = {
#embed "../Web/Phone/Scripts/record.js"
};

static const unsigned char script_outbox[] = {
#embed "../Web/Phone/Scripts/outbox.js"
};

static const unsigned char script_receipts[] = {
#embed "../Web/Phone/Scripts/receipts.js"
};

static const unsigned char script_sender[] = {
#embed "../Web/Phone/Scripts/sender.js"
};

static const unsigned char script_status[] = {
#embed "../Web/Phone/Scripts/status.js"
};

static const unsigned char script_dialog[] = {
#embed "../Web/Phone/Scripts/dialog.js"
};

static const unsigned char script_export[] = {
#embed "../Web/Phone/Scripts/export.js"
};

static const unsigned char script_download[] = {
#embed "../Web/Phone/Scripts/download.js"
};

static const unsigned char script_statement[] = {
#embed "../Web/Phone/Scripts/statement.js"
};

static const unsigned char script_row[] = {
#embed "../Web/Phone/Scripts/row.js"
};

static const unsigned char script_shown[] = {
#embed "../Web/Phone/Scripts/shown.js"
};

static const unsigned char script_buttons[] = {
#embed "../Web/Phone/Scripts/buttons.js"
};

static const unsigned char script_register[] = {
#embed "../Web/Phone/Scripts/register.js"
};

static const unsigned char script_review[] = {
#embed "../Web/Phone/Scripts/review.js"
};

static const unsigned char script_sign_out[] = {
#embed "../Web/Phone/Scripts/sign-out.js"
};

static const unsigned char script_shell[] = {
#embed "../Web/Phone/Scripts/shell.js"
};

static const unsigned char script_start[] = {
#embed "../Web/Phone/Scripts/start.js"
};

static const unsigned char script_worker[] = {
#embed "../Web/Phone/Scripts/worker.js"
};

static const unsigned char script_worker_off[] = {
#embed "../Web/Phone/Scripts/worker-off.js"
};

static const unsigned char icon_180[] = {
#embed "../Web/Layout/icon-180.png"
};

static const unsigned char icon_192[] = {
#embed "../Web/Layout/icon-192.png"
};

static const unsigned char icon_512[] = {
#embed "../Web/Layout/icon-512.png"
};

static const unsigned char shell[] = {
#embed "../Web/Phone/shell.mustache"
};

static const unsigned char merge[] = {
#embed "../Web/Merging/merge.mustache"
};

static const unsigned char merged[] = {
#embed "../Web/Merging/merged.mustache"
};

static const unsigned char unmatched[] = {
#embed "../Web/Merging/unmatched.mustache"
};

static const unsigned char reason_field[] = {
#embed "../Web/Reasons/reason-field.mustache"
};

static const unsigned char people[] = {
#embed "../Web/People/people.mustache"
};
static const unsigned char found[] = {
#embed "../Web/People/found.mustache"
};

static const unsigned char found_card[] = {
#embed "../Web/People/found-card.mustache"
};

static const unsigned char application[] = {
#embed "../Web/Enrolments/application.mustache"
};
static const unsigned char application_choice[] = {
#embed "../Web/Enrolments/application-choice.mustache"
};
static const unsigned char application_field[] = {
#embed "../Web/Enrolments/application-field.mustache"
};
static const unsigned char enrolments[] = {
#embed "../Web/Enrolments/enrolments.mustache"
};
static const unsigned char enrolment_step[] = {
#embed "../Web/Enrolments/enrolment-step.mustache"
};
static const unsigned char past_act[] = {
#embed "../Web/Enrolments/past-act.mustache"
};
static const unsigned char past_done[] = {
#embed "../Web/Enrolments/past-done.mustache"
};
static const unsigned char history[] = {
#embed "../Web/Enrolments/history.mustache"
};
static const unsigned char letter[] = {
#embed "../Web/Enrolments/letter.mustache"
};
static const unsigned char paste[] = {
#embed "../Web/Enrolments/paste.mustache"
};
static const unsigned char paste_table[] = {
#embed "../Web/Enrolments/paste-table.mustache"
};

static const unsigned char setup[] = {
#embed "../Web/Setup/setup.mustache"
};

static const unsigned char setup_field[] = {
#embed "../Web/Setup/setup-field.mustache"
};

static const unsigned char setup_form[] = {
#embed "../Web/Setup/setup-form.mustache"
};

static const unsigned char setup_sections[] = {
#embed "../Web/Setup/setup-sections.mustache"
};

static const unsigned char review[] = {
#embed "../Web/Review/review.mustache"
};
static const unsigned char duplicates[] = {
#embed "../Web/People/duplicates.mustache"
};
static const unsigned char search_script[] = {
#embed "../Web/People/search.js"
};

static const struct web_file files[] = {
    {"layout.mustache", layout, sizeof layout},
    {"samsprak.css", style, sizeof style},
    {"icon.svg", icon, sizeof icon},
    {"failure.mustache", failure, sizeof failure},
    {"sign-in.mustache", sign_in, sizeof sign_in},
    {"sessions.mustache", sessions, sizeof sessions},
    {"register.mustache", register_page, sizeof register_page},
    {"figures.mustache", figures, sizeof figures},
    {"figure-table.mustache", figure_table, sizeof figure_table},
    {"figure-rows.mustache", figure_rows, sizeof figure_rows},
    {"county.mustache", county, sizeof county},
    {"rounds.mustache", rounds, sizeof rounds},
    {"board.mustache", board, sizeof board},
    {"board-preview.mustache", board_preview, sizeof board_preview},
    {"history-line.mustache", history_line, sizeof history_line},
    {"balance.mustache", balance, sizeof balance},
    {"board.js", board_script, sizeof board_script},
    {"account.mustache", account, sizeof account},
    {"certificates.mustache", certificates, sizeof certificates},
    {"certificate.mustache", certificate, sizeof certificate},
    {"certificate-issue.mustache", certificate_issue, sizeof certificate_issue},
    {"certificate-check.mustache", certificate_check, sizeof certificate_check},
    {"short.mustache", one_short, sizeof one_short},
    {"certificate.css", certificate_style, sizeof certificate_style},
    {"devices.mustache", devices, sizeof devices},
    {"users.mustache", users, sizeof users},
    {"calendar.mustache", calendar, sizeof calendar},
    {"calls.mustache", calls, sizeof calls},
    {"groups.mustache", groups, sizeof groups},
    {"group.mustache", group, sizeof group},
    {"sheet.mustache", sheet, sizeof sheet},
    {"sheet.css", sheet_style, sizeof sheet_style},
    {"entry.mustache", entry, sizeof entry},
    {"entry.js", entry_script, sizeof entry_script},
    {"session-links.mustache", paper_links, sizeof paper_links},
    {"person.mustache", person, sizeof person},
    {"network.js", script_network, sizeof script_network},
    {"database.js", script_database, sizeof script_database},
    {"clock.js", script_clock, sizeof script_clock},
    {"account.js", script_account, sizeof script_account},
    {"record.js", script_record, sizeof script_record},
    {"outbox.js", script_outbox, sizeof script_outbox},
    {"receipts.js", script_receipts, sizeof script_receipts},
    {"sender.js", script_sender, sizeof script_sender},
    {"status.js", script_status, sizeof script_status},
    {"dialog.js", script_dialog, sizeof script_dialog},
    {"export.js", script_export, sizeof script_export},
    {"download.js", script_download, sizeof script_download},
    {"statement.js", script_statement, sizeof script_statement},
    {"row.js", script_row, sizeof script_row},
    {"shown.js", script_shown, sizeof script_shown},
    {"buttons.js", script_buttons, sizeof script_buttons},
    {"register.js", script_register, sizeof script_register},
    {"review.js", script_review, sizeof script_review},
    {"sign-out.js", script_sign_out, sizeof script_sign_out},
    {"shell.js", script_shell, sizeof script_shell},
    {"start.js", script_start, sizeof script_start},
    {"worker.js", script_worker, sizeof script_worker},
    {"worker-off.js", script_worker_off, sizeof script_worker_off},
    {"icon-180.png", icon_180, sizeof icon_180},
    {"icon-192.png", icon_192, sizeof icon_192},
    {"icon-512.png", icon_512, sizeof icon_512},
    {"charts.mustache", charts_page, sizeof charts_page},
    {"chart-body.mustache", chart_body, sizeof chart_body},
    {"chart-table.mustache", chart_table, sizeof chart_table},
    {"freeze.mustache", freeze, sizeof freeze},
    {"frozen.mustache", frozen, sizeof frozen},
    {"frozen-list.mustache", frozen_list, sizeof frozen_list},
    {"recount.mustache", recount, sizeof recount},
    {"restate.mustache", restate, sizeof restate},
    {"figure-report.mustache", figure_report, sizeof figure_report},
    {"charts.css", charts_style, sizeof charts_style},
    {"start.mustache", start, sizeof start},
    {"shell.mustache", shell, sizeof shell},
    {"card.mustache", card, sizeof card},
    {"merge.mustache", merge, sizeof merge},
    {"merged.mustache", merged, sizeof merged},
    {"unmatched.mustache", unmatched, sizeof unmatched},
    {"people.mustache", people, sizeof people},
    {"reason-field.mustache", reason_field, sizeof reason_field},
    {"found.mustache", found, sizeof found},
    {"found-card.mustache", found_card, sizeof found_card},
    {"application.mustache", application, sizeof application},
    {"application-choice.mustache", application_choice, sizeof application_choice},
    {"application-field.mustache", application_field, sizeof application_field},
    {"enrolments.mustache", enrolments, sizeof enrolments},
    {"enrolment-step.mustache", enrolment_step, sizeof enrolment_step},
    {"past-act.mustache", past_act, sizeof past_act},
    {"past-done.mustache", past_done, sizeof past_done},
    {"history.mustache", history, sizeof history},
    {"letter.mustache", letter, sizeof letter},
    {"paste.mustache", paste, sizeof paste},
    {"paste-table.mustache", paste_table, sizeof paste_table},
    {"review.mustache", review, sizeof review},
    {"setup.mustache", setup, sizeof setup},
    {"setup-field.mustache", setup_field, sizeof setup_field},
    {"setup-form.mustache", setup_form, sizeof setup_form},
    {"setup-sections.mustache", setup_sections, sizeof setup_sections},
    {"duplicates.mustache", duplicates, sizeof duplicates},
    {"search.js", search_script, sizeof search_script},
    {"sign-off.mustache", sign_off, sizeof sign_off},
    {"make-up.mustache", make_up, sizeof make_up},
};

const struct web_file *web_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
