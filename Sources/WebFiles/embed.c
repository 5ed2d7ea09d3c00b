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

static const unsigned char figures[] = {
#embed "../Web/Figures/figures.mustache"
};

static const unsigned char icon[] = {
#embed "../Web/Layout/icon.svg"
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

static const struct web_file files[] = {
    {"layout.mustache", layout, sizeof layout},
    {"samsprak.css", style, sizeof style},
    {"icon.svg", icon, sizeof icon},
    {"failure.mustache", failure, sizeof failure},
    {"sign-in.mustache", sign_in, sizeof sign_in},
    {"sessions.mustache", sessions, sizeof sessions},
    {"register.mustache", register_page, sizeof register_page},
    {"figures.mustache", figures, sizeof figures},
    {"account.mustache", account, sizeof account},
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
};

const struct web_file *web_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
