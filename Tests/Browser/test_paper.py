"""Paper: sheets on A4, and a filled sheet entered with one key a person."""

import re

import pytest
from playwright.sync_api import expect

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
