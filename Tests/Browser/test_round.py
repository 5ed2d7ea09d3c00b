"""A whole round by keyboard alone: rows pasted and put right, who waits, who goes where, and the
lists on paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from Tests.Browser.support.phone import Phone
from Tests.Browser.support.service import RIGHT_TO_LEFT
from Tests.Browser.test_accessibility import RULES

ROUND = "/rounds/2020-spring"

HEAD = "Namn\tKursspråk\tTolk\n"
NAMES = ["Nadira Provdotter", "Zahra Provdotter", "Filsan Provdotter"]
LANGUAGES = ["arabiska", "dari", "somaliska"]


def rows(languages):
    return HEAD + "".join(
        f"{name}\t{language}\tja\n" for name, language in zip(NAMES, languages))


@pytest.fixture(params=["sv", "ar"])
def office(browser, service, network, request):
    """Anna's, on the page of all rounds."""
    office = Phone.signed_in(
        browser, service, network, request.param, "desktop", user="anna")
    office.page.goto(network.origin + "/rounds")
    yield office
    office.close()
    assert office.complaints == [], "the console complained"


def reach(office, selector):
    """Goes on with the Tab key until it has the focus, as somebody without a mouse does."""
    target = office.page.locator(selector).first
    expect(target).to_be_visible()
    for _ in range(1500):
        if target.evaluate("element => element === document.activeElement"):
            return target
        office.page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {selector}")


def enter(office):
    """Until the page that it leads to has come: the one before has many of the same links."""
    with office.page.expect_navigation(timeout=60_000):
        office.page.keyboard.press("Enter")


def press(office, selector):
    reach(office, selector)
    enter(office)


def write(office, selector, text):
    """In place of what stands there; as a paste does, at once."""
    reach(office, selector)
    office.page.keyboard.press("ControlOrMeta+A")
    office.page.keyboard.insert_text(text)


def choose(office, selector, value):
    """From a list, with the arrow keys."""
    field = reach(office, selector)
    wanted = field.locator("option").evaluate_all(
        "(all, value) => all.findIndex(one => one.value === value)", value)
    office.page.keyboard.press("Home")
    for _ in range(wanted):
        office.page.keyboard.press("ArrowDown")
    expect(field).to_have_value(value)


def expect_accessible(office):
    found = Axe().run(office.page, options=RULES)
    assert found.response["violations"] == [], found.generate_report()


def test_a_round_from_pasted_rows_to_printed_lists(office):
    page = office.page
    direction = "rtl" if office.language in RIGHT_TO_LEFT else "ltr"

    press(office, f"main a[href='{ROUND}/enrolment']")
    press(office, f"main a[href='{ROUND}/enrolment/paste']")
    expect(page.locator("html")).to_have_attribute("dir", direction)

    # One row can't be read: it is told where and why, and nothing is saved.
    write(office, "#rows", rows(LANGUAGES[:2] + ["klingonska"]))
    press(office, "main form button[type=submit]")
    rejected = page.locator(".table-frame").first
    expect(rejected.locator("tbody tr")).to_have_count(1)
    expect(rejected.locator("tbody th")).to_have_text("4")
    expect(page.locator("[name=import]")).to_be_visible()
    expect(page.locator("#rows")).to_have_value(re.compile("klingonska"))
    expect_accessible(office)

    # Put right, shown again, taken in.
    write(office, "#rows", rows(LANGUAGES))
    press(office, "main form button.secondary")
    expect(page.locator(".table-frame")).to_have_count(1)
    expect(page.locator(".table-frame tbody tr")).to_have_count(3)
    press(office, "[name=import]")
    expect(page.locator(".notice-good")).to_be_visible()

    # Who waits.
    press(office, "main nav a[href*='step=applied']")
    for name in NAMES:
        expect(page.locator(".enrolled", has_text=name)).to_be_visible()

    # Who goes where: proposed, shown, done.
    press(office, f"main a[href='{ROUND}/board']")
    press(office, f"main a[href='{ROUND}/board/balance']")
    expect(page.locator(".proposals section")).to_have_count(3)
    chosen = page.locator(".moves li", has=page.locator("input[name^='place.']"))
    expect(chosen.filter(has_text="Provdotter").first).to_be_visible()
    press(office, ".act-buttons button.primary")
    # A session has begun today: it says so, and from when it can be.
    expect(page.locator("section.notice-bad")).to_contain_text("2020")
    reach(office, "#on")
    page.keyboard.type("04222020")
    expect(page.locator("#on")).to_have_value("2020-04-22")
    press(office, ".act-buttons button")
    expect(page.locator("table tbody tr").first).to_be_visible()
    press(office, "[data-apply]")
    expect(page.locator(".notice-good")).to_be_visible()
    column = page.locator(".column:has(.column-facts)", has_text="Provdotter").first
    expect(column).to_be_visible()
    placed = column.locator(".seats li", has_text="Provdotter").first.locator("bdi").first
    name = placed.inner_text()

    # On paper.
    press(office, f"#{column.get_attribute('id')} h2 a")
    press(office, "main a[href*='/sheet']")
    expect(page.locator("body")).to_contain_text(name)
    expect(page.locator("html")).to_have_attribute("dir", direction)


def test_somebody_is_enrolled_offered_a_place_and_undone(office):
    page = office.page
    press(office, f"main a[href='{ROUND}/enrolment']")
    press(office, f"main a[href='{ROUND}/enrolment/new']")
    write(office, "#q", "Provdotter Sabrin")
    enter(office)
    press(office, "main a[href$='person=new']")

    # Without a name or a language nothing is saved, and what was typed stands.
    write(office, "#childcare", "2")
    enter(office)
    expect(page.locator("[role=alert] a")).to_have_count(2)
    expect(page.locator("#childcare")).to_have_value("2")
    expect_accessible(office)
    write(office, "#latin", "Sabrin Provdotter")
    choose(office, "#contact", "ar")
    choose(office, "#language1", "ar")
    press(office, "main form button.primary")
    expect(page.locator(".notice-good")).to_contain_text("Sabrin Provdotter")

    # A place for as long as the page proposes, in the first group that fits.
    press(office, ".enrolled:has-text('Sabrin Provdotter') a[href*='kind=offer']")
    reach(office, "[name=group]")
    page.keyboard.press("Space")
    press(office, "main form .bar-buttons button")
    press(office, "[formaction$='/take']")
    expect(page.locator(".notice-good a[href*='/letter']")).to_be_visible()
    press(office, ".notice-good a[href*='/letter']")
    letter = page.locator(".letter")
    expect(letter).to_contain_text("Sabrin")
    expect(letter).to_have_attribute("dir", "rtl")
    expect_accessible(office)
    page.go_back()

    # And the history takes it back.
    press(office, f"main a[href='{ROUND}/history']")
    press(office, ".past li:first-child button")
    press(office, "[formaction$='/take']")
    expect(page.locator(".notice-good")).to_be_visible()
