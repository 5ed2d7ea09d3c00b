"""Paper: sheets on A4, and a filled sheet entered with one key a person."""

import json
import os
import re

import pytest
from playwright.sync_api import expect

from Tests.Browser.support.phone import Phone
from Tests.Browser.support.service import LANGUAGES, RIGHT_TO_LEFT

A4 = (595, 842)

DIGITS = {"sv": "1234", "ar": "١٢٣٤", "fa-AF": "۱۲۳۴"}


def press(phone, key):
    """As a keyboard of any layout does; Playwright's own has no keys beyond its one layout."""
    if key.isascii():
        phone.page.keyboard.press(key)
    else:
        phone.page.locator(":focus").dispatch_event("keydown", {"key": key})


def open_entry(phone):
    """Open, and listening to keys once the first person has the cursor."""
    phone.page.goto(f"{phone.network.origin}/sessions/{phone.session()}/entry")
    keys = phone.page.locator("[data-key]")
    expect(keys.first).to_be_focused()
    return keys


@pytest.mark.both_directions
def test_one_key_marks_a_person_and_the_cursor_moves_on(phone):
    keys = open_entry(phone)
    people = keys.count()
    digits = DIGITS.get(phone.language, "1234")
    for index in range(people):
        expect(keys.nth(index)).to_be_focused()
        press(phone, digits[index % 4])
    assert [keys.nth(index).input_value() for index in range(people)] == [
        "1234"[index % 4] for index in range(people)]
    expect(phone.page.locator("[data-save]")).to_be_focused()
    assert str(people) in phone.page.locator("[data-count]").inner_text()
    phone.page.keyboard.press("Enter")
    expect(phone.page.locator(".notice-good")).to_be_visible()
    assert [keys.nth(index).input_value() for index in range(people)] == [
        "1234"[index % 4] for index in range(people)]


@pytest.mark.both_directions
def test_the_language_s_own_letters_are_keys_too(phone):
    keys = open_entry(phone)
    letters = phone.page.locator(".keys [data-letter]").evaluate_all(
        "items => items.map(item => item.dataset.letter)")
    for letter in letters[:4]:
        press(phone, letter.lower())
    assert [keys.nth(index).input_value() for index in range(4)] == list("1234")


@pytest.mark.both_directions
def test_a_keyboard_on_glass_that_names_no_key_marks_as_well(phone):
    keys = open_entry(phone)
    for digit in DIGITS.get(phone.language, "1234"):
        phone.page.keyboard.insert_text(digit)
    assert [keys.nth(index).input_value() for index in range(4)] == list("1234")
    expect(keys.nth(4)).to_be_focused()


@pytest.mark.both_directions
def test_late_asks_for_the_minutes_and_enter_goes_on(phone):
    keys = open_entry(phone)
    phone.page.keyboard.press("5")
    expect(phone.page.locator("[data-minutes]").first).to_be_focused()
    phone.page.keyboard.type("10")
    phone.page.keyboard.press("Enter")
    expect(keys.nth(1)).to_be_focused()
    phone.page.keyboard.press("Backspace")
    expect(keys.first).to_be_focused()
    phone.page.keyboard.press("0")
    assert keys.first.input_value() == ""
    assert phone.page.locator("[data-minutes]").first.input_value() == ""


@pytest.mark.both_directions
@pytest.mark.parametrize("shape", ["group", "month", "session"])
def test_a_sheet_is_a4_with_its_head_on_each_page(phone, shape, tmp_path):
    session = phone.session()
    group = phone.group()
    address = {
        "group": f"/groups/{group}/sheet", "month": f"/groups/{group}/sheet?month=2020-04",
        "session": f"/sessions/{session}/sheet"}[shape]
    phone.page.goto(phone.network.origin + address)
    pdf = phone.page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    expected = A4 if shape == "session" else A4[::-1]
    assert boxes
    for width, height in boxes:
        assert (round(float(width)), round(float(height))) == expected
    phone.page.emulate_media(media="print")
    shown = phone.page.locator("thead").first.evaluate(
        "head => getComputedStyle(head).display")
    assert shown == "table-header-group"
    for hidden in (".top", ".bottom", ".sheet-tools"):
        expect(phone.page.locator(hidden)).to_be_hidden()


@pytest.mark.both_directions
def test_the_report_of_figures_is_a4_with_its_tables_open(phone):
    page = phone.page
    page.goto(phone.network.origin + "/figures/report")
    boxes = re.findall(
        rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert boxes
    for width, height in boxes:
        assert (round(float(width)), round(float(height))) == A4
    page.emulate_media(media="print")
    for hidden in (".top nav", ".bottom", ".on-screen", ".back", ".chart summary >> nth=0"):
        expect(page.locator(hidden).first).to_be_hidden()
    for table in page.locator(".chart table").all():
        expect(table).to_be_visible()
        assert table.locator("thead").evaluate(
            "head => getComputedStyle(head).display") == "table-header-group"
    exact = page.locator(".chart svg").first.evaluate(
        "svg => getComputedStyle(svg).printColorAdjust")
    assert exact == "exact"


@pytest.mark.both_directions
def test_a_figure_on_paper_shows_the_table_that_the_screen_folds(phone):
    page = phone.page
    page.goto(phone.network.origin + "/figures/charts")
    table = page.locator(".chart table").first
    expect(table).to_be_hidden()
    page.emulate_media(media="print")
    expect(table).to_be_visible()


ROUND = "2019-spring"
PAPER_LANGUAGES = LANGUAGES if os.environ.get("SAMSPRAK_LONG_TESTS") else ["sv", "ar", "ti"]


def pages(pdf):
    """The sizes of a document's pages, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize("asked", ["/figures/county", "/figures?by=group"])
def test_a_frozen_report_is_a4_and_no_column_falls_off(
        browser, service, network, language, asked):
    service.speak("anna", language)
    phone = Phone.signed_in(browser, service, network, user="anna")
    try:
        page = phone.page
        page.goto(phone.network.origin + asked)
        page.locator("form[action^='/figures/frozen'] button").click()
        page.wait_for_url("**/figures/frozen/*")
        assert set(pages(page.pdf(prefer_css_page_size=True))) == {A4}
        page.emulate_media(media="print")
        # As wide as what A4 leaves between its margins.
        page.set_viewport_size({"width": 680, "height": 1000})
        assert page.locator("table").count() >= 1
        for table in page.locator("table").all():
            assert table.evaluate(
                "table => table.scrollWidth <= table.parentElement.clientWidth + 1")
        for hidden in (".bottom", ".back", ".files", ".on-screen"):
            expect(page.locator(hidden).first).to_be_hidden()
    finally:
        phone.close()


def certificate_in(service, language):
    """The number of one to somebody with a very long name who reads the language."""
    rows = json.loads(service.run("certificate", "list", "--round", ROUND, "--json"))["rows"]
    before = rows[0]["certificate"]["number"]
    with service.sql() as database:
        (key,) = database.execute(
            "SELECT id FROM person WHERE public_id = ?", (rows[0]["person"],)).fetchone()
        database.execute(
            "DELETE FROM person_language WHERE person_id = ? AND use = 'contact'", (key,))
        database.execute(
            "INSERT INTO person_language VALUES (?, 'contact', 0, ?)", (key, language))
        database.execute(
            "UPDATE person_name SET text = text || ' ' || text || '-' || text || text || text"
            " WHERE person_id = ?", (key,))
    service.run("certificate", "withdraw", before)
    issued = json.loads(service.run("certificate", "issue", "--round", ROUND, "--json"))["issued"]
    assert len(issued) == 1
    return issued[0]["number"]


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_a_certificate_fills_one_a4_page_in_both_languages(browser, service, network, language):
    number = certificate_in(service, language)
    phone = Phone.signed_in(browser, service, network, user="anna")
    try:
        phone.page.goto(f"{phone.network.origin}/certificates/{number}")
        halves = phone.page.locator(".certificate-half")
        assert [(half.get_attribute("lang"), half.get_attribute("dir")) for half in halves.all()] \
            == [(one, "rtl" if one in RIGHT_TO_LEFT else "ltr")
                for one in dict.fromkeys(["sv", language])]
        pdf = phone.page.pdf(prefer_css_page_size=True)
        assert pages(pdf) == [A4]
        # As wide as the paper between its margins: nothing reaches out of its place.
        phone.page.set_viewport_size({"width": 680, "height": 1000})
        phone.page.emulate_media(media="print")
        wide = phone.page.locator(".certificate, .certificate *").evaluate_all(
            "all => all.filter(one => one.scrollWidth > one.clientWidth + 1"
            " && getComputedStyle(one).display !== 'inline').length")
        assert wide == 0
        for hidden in (".top", ".bottom", ".certificate-tools"):
            expect(phone.page.locator(hidden)).to_be_hidden()
        assert number in phone.page.locator(".certificate-number").inner_text()
    finally:
        phone.close()


def test_a_round_s_certificates_are_one_page_each(browser, service, network):
    phone = Phone.signed_in(browser, service, network, user="anna")
    try:
        phone.page.goto(f"{phone.network.origin}/rounds/{ROUND}/certificates/paper")
        count = phone.page.locator("article.certificate").count()
        assert count == 60
        assert pages(phone.page.pdf(prefer_css_page_size=True)) == [A4] * count
    finally:
        phone.close()


@pytest.mark.both_directions
def test_a_participation_list_is_one_standing_a4_for_each_session(phone):
    phone.page.goto(f"{phone.network.origin}/groups/{phone.group()}/sheet?month=2020-03&list")
    count = phone.page.locator("section.sheet").count()
    assert count > 1
    found = pages(phone.page.pdf(prefer_css_page_size=True))
    assert found and set(found) == {A4}
    # The signature of a full group's leader may stand on a page of its own, and nothing more.
    assert count <= len(found) <= 2 * count
