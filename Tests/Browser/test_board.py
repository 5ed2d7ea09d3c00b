"""The board of a round: moved by keyboard alone, shown before it is done, one column on a phone."""

import itertools
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from Tests.Browser.support.phone import Phone
from Tests.Browser.support.service import RIGHT_TO_LEFT
from Tests.Browser.test_accessibility import RULES

ROUND = "2020-spring"


@pytest.fixture(params=itertools.product(["sv", "ar"], ["desktop", "phone"]),
                ids=lambda case: "-".join(case))
def case(request):
    """Language and size."""
    return request.param


@pytest.fixture
def office(browser, service, network, case):
    """Anna's, on the board."""
    office = Phone.signed_in(browser, service, network, *case, user="anna")
    open_board(office)
    yield office
    office.close()
    assert office.complaints == [], "the console complained"


def open_board(office, address=""):
    office.page.goto(f"{office.network.origin}/rounds/{ROUND}/board{address}")
    if not address:
        expect(office.page.locator("[data-board][data-ready]")).to_be_attached()


def groups(office):
    """Columns of open groups with somebody in them, by id."""
    return office.page.locator(".column:has(.column-facts):not(:has(.state)):has(.seats li)")


def size(office, column):
    text = office.page.locator(f"#{column} .column-head p").text_content()
    return int(re.search(r"\d+", text)[0])


def test_keys_alone_move_somebody_and_undo_it(office, case):
    """Arrow keys to a person, Enter to where they go, and back."""
    language, shape = case
    column = groups(office).first.get_attribute("id")
    if shape == "phone":
        open_board(office, f"#{column}")
        expect(office.page.locator(f"#{column}")).to_be_visible()
    before = size(office, column)
    boxes = office.page.locator(f"#{column} .seats input")
    boxes.first.focus()
    if before > 1:
        office.page.keyboard.press("ArrowDown")
        expect(boxes.nth(1)).to_be_focused()
        office.page.keyboard.press("ArrowUp")
    expect(boxes.first).to_be_focused()
    office.page.keyboard.press("Enter")
    waiting = office.page.locator("input[name='to'][value='waiting']")
    expect(waiting).to_be_attached()
    waiting.focus()
    office.page.keyboard.press("Space")
    expect(waiting).to_be_checked()
    office.page.keyboard.press("Enter")
    apply = office.page.locator("[data-apply]")
    expect(apply).to_be_visible()
    apply.focus()
    office.page.keyboard.press("Enter")
    expect(office.page.locator(".notice-good")).to_be_visible()
    assert size(office, column) < before
    office.page.locator(".notice-good button").focus()
    office.page.keyboard.press("Enter")
    expect(apply).to_be_visible()
    apply.focus()
    office.page.keyboard.press("Enter")
    expect(office.page.locator(".notice-good")).to_be_visible()
    assert size(office, column) == before


def test_arrows_follow_the_direction_of_the_page(office, case):
    language, shape = case
    if shape == "phone":
        pytest.skip("one column at a time")
    columns = office.page.locator(".column:has(.seats li)")
    if columns.count() < 2:
        pytest.skip("one column with people")
    onward = "ArrowLeft" if language in RIGHT_TO_LEFT else "ArrowRight"
    columns.first.locator(".seats input").first.focus()
    office.page.keyboard.press(onward)
    expect(columns.nth(1).locator(".seats input").first).to_be_focused()
    reached = office.page.locator(".seats input[tabindex='0']")
    expect(reached).to_have_count(1)


def test_a_phone_shows_one_column_and_a_way_to_the_others(office, case):
    if case[1] != "phone":
        pytest.skip("side by side")
    shown = office.page.locator(".column:visible")
    expect(shown).to_have_count(1)
    office.page.locator(".column-picker summary").click()
    link = office.page.locator(".column-picker a").last
    name = link.locator("bdi").inner_text()
    link.click()
    expect(shown).to_have_count(1)
    expect(shown.locator("h2")).to_contain_text(name)
    narrow = office.page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert narrow


def test_two_administrators_see_what_the_other_did(office, browser, service, network, case):
    """Nothing is applied to a state that was not shown."""
    column = groups(office).first.get_attribute("id")
    people = office.page.locator(f"#{column} .seats li a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))")
    assert len(people) > 1
    preview(office, people[0])
    other = Phone.signed_in(browser, service, network, *case, user="anna")
    preview(other, people[1])
    other.page.locator("[data-apply]").click()
    expect(other.page.locator(".notice-good")).to_be_visible()
    other.close()
    office.page.locator("[data-apply]").click()
    expect(office.page.locator("section.notice-wait")).to_contain_text("anna", ignore_case=True)
    office.page.locator("[data-apply]").click()
    expect(office.page.locator(".notice-good")).to_be_visible()


def preview(office, link):
    """One person to the waiting list, shown and not yet done."""
    office.page.goto(f"{office.network.origin}/rounds/{ROUND}/{link}")
    office.page.locator("input[name='to'][value='waiting']").check()
    office.page.locator(".act-buttons button").last.click()
    expect(office.page.locator("[data-apply]")).to_be_visible()


def test_proposals_are_shown_and_taken(office):
    open_board(office, "/balance")
    expect(office.page.locator(".proposals section")).to_have_count(3)
    expect(office.page.locator(".proposals .chosen")).to_have_count(1)
    with office.page.expect_navigation(timeout=60_000):
        office.page.locator(".proposals button").last.click(no_wait_after=True)
    expect(office.page.locator(".proposals section").last).to_have_class(re.compile("chosen"))


@pytest.mark.parametrize("page", ["", "/balance", "move", "pause"])
def test_axe_finds_nothing(office, page):
    column = groups(office).first
    if page == "move":
        column.locator(".seats a").first.evaluate("link => link.click()")
        expect(office.page.locator(".board-act")).to_be_visible()
    elif page == "pause":
        column.locator(".group-acts a[href*='pause'], .group-acts a[href*='resume']").first.evaluate(
            "link => link.click()")
        expect(office.page.locator(".board-act")).to_be_visible()
    else:
        open_board(office, page)
    # Axe measures what the stylesheet makes of it.
    office.page.wait_for_load_state()
    office.page.locator(".bar").evaluate_all(
        "bars => bars.forEach(bar => bar.style.position = 'static')")
    found = Axe().run(office.page, options=RULES)
    assert found.response["violations"] == [], found.generate_report()
