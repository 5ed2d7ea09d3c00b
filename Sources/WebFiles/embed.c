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

static const unsigned char icon[] = {
#embed "../Web/Layout/icon.svg"
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
    {"person.mustache", person, sizeof person},
    {"card.mustache", card, sizeof card},
    {"sign-off.mustache", sign_off, sizeof sign_off},
    {"make-up.mustache", make_up, sizeof make_up},
};

const struct web_file *web_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
