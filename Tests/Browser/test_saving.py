"""A tap is on the phone before anything else happens, and is said to be so only then."""

import os
import signal
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from Tests.Browser.support.phone import BROWSER, Phone, word
from Tests.Browser.support.service import RIGHT_TO_LEFT


@pytest.mark.both_directions
def test_a_tap_without_network_is_saved_here_and_the_count_rises(phone):
    phone.open_provided_register()
    unmarked = phone.unmarked
    phone.lose_network()
    phone.mark(0)
    phone.expect_saved(1)
    assert phone.unmarked == unmarked - 1
    phone.mark(1, "notified")
    phone.expect_saved(2)
    assert phone.unmarked == unmarked - 2
    assert phone.service.acts() == []


def test_a_browser_killed_right_after_the_words_still_has_the_mark(
        playwright, service, network, setting, tmp_path):
    language, _ = setting
    service.speak("layla", language)
    options = BROWSER | {"user_data_dir": tmp_path / "browser"}
    context = playwright.chromium.launch_persistent_context(**options)
    phone = Phone(context, service, network, language)
    phone.sign_in()
    phone.open_provided_register()
    person = phone.person(2)
    network.cut()
    phone.mark(2)
    phone.expect_saved(1)
    kill(options["user_data_dir"])
    context = playwright.chromium.launch_persistent_context(**options)
    phone = Phone(context, service, network, language)
    phone.open_register()
    phone.expect_saved(1)
    assert [row["act"]["person"] for row in phone.waiting()] == [person]
    phone.expect_value(2, "present")
    context.close()


def kill(folder):
    """Ends the browser that lives in this folder as a dead battery does."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"--user-data-dir={folder}" in (process / "cmdline").read_text():
                os.kill(int(process.name), signal.SIGKILL)
                wait_until_gone(process)
        except OSError:  # It has ended by itself.
            pass


def wait_until_gone(process):
    deadline = time.monotonic() + 20
    while (process / "cmdline").read_text():
        assert time.monotonic() < deadline, "it can't be killed"
        time.sleep(0.05)


@pytest.mark.both_directions
def test_an_absence_is_excused_for_a_listed_reason_without_network(phone):
    phone.open_provided_register()
    why = phone.row(0).locator("[name^='why.']")
    expect(why).to_be_hidden()
    phone.lose_network()
    phone.mark(0, "excused")
    why.select_option("work")
    phone.expect_saved(1)
    assert [row["act"]["reason"] for row in phone.waiting()] == ["work"]
    phone.page.reload()
    phone.wait_until_ready()
    expect(why).to_have_value("work")
    phone.regain_network()
    phone.expect_nothing_waits()
    phone.open_register()
    phone.expect_value(0, "excused")
    expect(why).to_have_value("work")
    phone.lose_network()
    why.select_option("")
    phone.expect_saved(1)
    phone.regain_network()
    phone.expect_nothing_waits()
    phone.open_register()
    expect(why).to_have_value("")


def test_words_of_ones_own_are_no_listed_reason(phone):
    phone.open_provided_register()
    phone.lose_network()
    page = phone.page
    page.locator("#not-held summary").click()
    page.locator("[name=notHeldReason]").fill("weather: snö")
    page.locator("button[name=intent][value=notHeld]").click()
    phone.expect_saved(1)
    assert [row["act"]["reason"] for row in phone.waiting()] == [": weather: snö"]


def test_three_taps_on_one_person_are_one_statement_with_the_last_value(phone):
    phone.open_provided_register()
    phone.lose_network()
    for value in ("present", "unnotified", "excused"):
        phone.mark(0, value)
    phone.expect_waiting(("mark", "excused"))
    phone.expect_saved(1)
    assert [row["base"] for row in phone.waiting()] == [0]
    phone.regain_network()
    phone.expect_sent()
    assert phone.service.acts() == [("accepted", "excused")]


def test_minutes_late_make_somebody_present_and_are_saved_with_it(phone):
    phone.open_provided_register()
    phone.set_minutes(0, "١٠")
    phone.expect_sent()
    phone.expect_value(0, "present")
    assert phone.service.query(
        "SELECT value, late_minutes FROM act WHERE kind = 'mark' ORDER BY id DESC LIMIT 1") \
        == [("present", 10)]


def test_the_rest_are_present_touches_only_the_unmarked(phone):
    phone.open_provided_register()
    phone.lose_network()
    phone.mark(0, "unnotified")
    phone.expect_saved(1)
    expected = phone.unmarked
    phone.page.locator("button[name=intent][value=rest]").click()
    phone.expect_saved(expected + 1)
    assert phone.unmarked == 0
    phone.regain_network()
    phone.expect_sent()
    values = [value for _, value in phone.service.acts()]
    assert sorted(values) == ["present"] * expected + ["unnotified"]


def test_undo_takes_the_last_tap_back(phone):
    phone.open_provided_register()
    phone.lose_network()
    phone.mark(0)
    phone.expect_saved(1)
    phone.page.click("#phone-undo")
    phone.expect_waiting(("clear", None))
    phone.expect_value(0, "")
    phone.regain_network()
    phone.expect_nothing_waits()
    phone.page.reload()
    phone.wait_until_ready()
    phone.expect_value(0, "")


def test_a_headcount_by_its_stepper_and_a_note_are_saved_too(phone):
    phone.open_provided_register()
    phone.lose_network()
    phone.page.locator("button[data-step='1']").first.click()
    phone.expect_saved(1)
    phone.page.locator("button[data-step='1']").first.click()
    phone.page.fill("#note", "Vi talade om skolan.")
    phone.page.locator("#note").blur()
    phone.expect_waiting(("headcount", None), ("note", None))
    phone.expect_saved(2)
    phone.regain_network()
    phone.expect_sent()
    assert phone.service.query(
        "SELECT outcome, count FROM act WHERE kind = 'headcount'"
        " ORDER BY id DESC LIMIT 1") == [("accepted", 2)]
    phone.page.reload()
    expect(phone.page.locator("#note")).to_have_value("Vi talade om skolan.")


@pytest.mark.both_directions
def test_someone_added_on_the_spot_without_network_is_a_guest_until_matched(phone):
    unmatched = "SELECT count(*) FROM person WHERE is_unmatched = 1"
    ((known,),) = phone.service.query(unmatched)
    phone.open_provided_register()
    phone.lose_network()
    phone.page.locator("#adding > summary").click()
    phone.page.fill("[name='new.native']", "نور")
    phone.page.locator("button[name=intent][value=add]").click()
    phone.expect_saved(2)
    guest = phone.page.locator("#guests fieldset.person").last
    expect(guest.locator("legend bdi").first).to_have_text("نور")
    phone.page.reload()
    phone.wait_until_ready()
    expect(guest.locator("legend bdi").first).to_have_text("نور")
    phone.regain_network()
    phone.expect_sent()
    assert phone.service.query(unmatched) == [(known + 1,)]
    assert phone.service.acts() == [("accepted", "present")]
    phone.page.reload()
    expect(guest.locator("legend bdi").first).to_have_text("نور")


def test_a_sign_off_without_network_is_asked_about_and_sent_later(phone):
    phone.open_provided_register()
    phone.lose_network()
    phone.mark(0)
    phone.page.locator("button[name=intent][value=signOff]").click()
    dialog = phone.page.get_by_role("dialog")
    expect(dialog).to_contain_text(word(phone.language, "register.signOffText"))
    dialog.get_by_role("button", name=word(phone.language, "register.signOff")).click()
    phone.expect_saved(2)
    phone.regain_network()
    # The page loads again once the sign-off is in, so its words pass too quickly to be read.
    phone.eventually(lambda: phone.service.acts("signOff"))
    assert phone.service.acts("signOff") == [("accepted", "signedOff")]


def test_a_sign_off_with_network_leads_to_the_summary(phone):
    phone.open_provided_register()
    phone.mark(0)
    phone.expect_sent()
    phone.page.locator("button[name=intent][value=signOff]").click()
    expect(phone.page.locator("#register")).not_to_be_attached(timeout=15_000)
    assert phone.service.acts() == [("accepted", "present")]
    assert phone.service.acts("signOff") == []


def test_where_the_phone_is_full_it_says_not_saved_and_never_saved(phone):
    phone.page.add_init_script("""
        const put = IDBObjectStore.prototype.put
        IDBObjectStore.prototype.put = function (...values) {
            if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError')
            return put.apply(this, values)
        }""")
    phone.open_provided_register()
    phone.mark(0)
    line = phone.page.locator("#phone-status")
    expect(line).to_have_text(word(phone.language, "phone.notSaved"))
    expect(line).to_have_attribute("data-state", "fault")
    phone.expect_value(0, "")
    assert phone.outbox() == []


def test_a_database_closed_underneath_is_opened_again(phone):
    phone.page.add_init_script("""
        window.handles = []
        const open = IDBFactory.prototype.open
        IDBFactory.prototype.open = function (...values) {
            const request = open.apply(this, values)
            request.addEventListener('success', () => window.handles.push(request.result))
            return request
        }""")
    phone.open_provided_register()
    phone.lose_network()
    phone.page.evaluate("for (const handle of window.handles) handle.close()")
    phone.mark(0)
    phone.expect_saved(1)
    assert len(phone.waiting()) == 1


def test_an_upgrade_of_the_database_with_a_second_tab_open_does_not_hang(phone):
    phone.open_provided_register()
    other = phone.new_page()
    other.goto(phone.network.origin + "/sign-in")
    told = other.evaluate("""() => new Promise(resolve => {
        setTimeout(() => resolve('hangs'), 5000)
        const opening = indexedDB.open('samsprak', 2)
        opening.onsuccess = () => resolve('upgraded')
    })""")
    assert told == "upgraded"
    phone.mark(0)
    expect(phone.page.locator("#phone-status")).to_have_text(
        word(phone.language, "phone.notSaved"))


@pytest.mark.both_directions
def test_sixteen_people_are_marked_with_at_most_seventeen_taps_without_waiting(phone):
    phone.open_provided_register()
    people = phone.page.locator("#roster fieldset.person").count()
    phone.lose_network()
    for index in range(people):
        phone.mark(index)
    phone.expect_saved(people)
    phone.regain_network()
    phone.expect_sent()
    assert phone.unmarked == 0
    assert phone.service.acts() == [("accepted", "present")] * people


def test_the_status_is_announced_once(phone):
    phone.open_provided_register()
    phone.lose_network()
    phone.page.evaluate("""() => {
        window.told = []
        const line = document.getElementById('phone-status')
        new MutationObserver(() => window.told.push(line.textContent))
            .observe(line, { childList: true, characterData: true, subtree: true })
    }""")
    phone.mark(0)
    phone.expect_saved(1)
    phone.page.wait_for_timeout(1500)
    phone.regain_network()
    phone.expect_sent()
    phone.page.wait_for_timeout(1500)
    told = phone.page.evaluate("window.told")
    assert told == [word(phone.language, "phone.saved", 1), word(phone.language, "phone.sent")]
    live = phone.page.locator("[role=status], [aria-live=polite], [role=alert]")
    assert [part.inner_text() for part in live.all() if part.inner_text()] == told[-1:]


def test_the_register_costs_at_most_40_kilobytes_and_4_requests_at_the_first_visit(
        browser, service, network, setting):
    phone = Phone.signed_in(browser, service, network, *setting)
    cookies = phone.context.cookies()
    phone.close()
    context = browser.new_context()
    context.add_cookies(cookies)
    phone = Phone(context, service, network, setting[0])
    beside = ("/worker.js", "/phone/shell", "/manifest", "/assets/")
    before = len(network.exchanges)
    phone.open_provided_register()
    asked = network.exchanges[before:]
    page = [e for e in asked if not e.path.startswith(beside)
            or e.path.endswith((".css", ".js")) and e.path.startswith("/assets/")]
    assert len(page) <= 4, [e.path for e in page]
    assert sum(e.sent_bytes for e in page) <= 40_000, [(e.path, e.sent_bytes) for e in page]
    phone.close()


def test_without_scripts_the_whole_flow_works(browser, service, network, setting):
    phone = Phone.signed_in(
        browser, service, network, *setting, java_script_enabled=False)
    page = phone.page
    page.goto(network.origin + "/sessions/" + phone.session())
    people = page.locator("#roster fieldset.person").count()
    save = page.locator("button[name=intent][value=save]:not(.default-submit)")
    page.locator("#roster fieldset.person").first.locator("label").first.click()
    save.click()
    expect(page.locator(".notice").first).to_contain_text(
        word(setting[0], "register.saved", 1).split(".")[0])
    phone.expect_value(0, "present")
    page.locator("button[name=intent][value=rest]").click()
    expect(page.locator(".notice").first).to_contain_text(
        word(setting[0], "register.saved", people - 1).split(".")[0])
    page.locator("button[name=intent][value='more.childcare,,,']").click()
    expect(page.locator("[name='count.childcare,,,']")).to_have_value("1")
    page.locator("button[name=intent][value=signOff]").click()
    expect(page.locator("#register")).not_to_be_attached()
    page.locator("main form button.primary").click()
    reason = page.locator("#reason")
    expect(reason).to_be_visible()
    # Signed: from now on a change needs its reason, and stands beside what was signed.
    page.locator("#roster fieldset.person").first.locator("summary").click()
    page.locator("#roster fieldset.person").first.locator("label:has([value=unnotified])").click()
    save.click()
    expect(page.locator("#faults")).to_contain_text(word(setting[0], "register.reasonMissing"))
    reason.fill("Fel person")
    save.click()
    expect(page.locator(".person .fix")).to_contain_text("Fel person")
    phone.expect_value(0, "unnotified")
    page.locator("form.sign-out button").click()
    expect(page.locator("#userName")).to_be_visible()
    phone.close()


@pytest.mark.both_directions
def test_a_page_without_network_keeps_its_language_and_direction(phone, setting):
    phone.open_provided_register()
    phone.lose_network()
    phone.page.reload()
    phone.wait_until_ready()
    root = phone.page.locator("html")
    assert root.get_attribute("lang") == setting[0]
    assert root.get_attribute("dir") == ("rtl" if setting[0] in RIGHT_TO_LEFT else "ltr")
    expect(phone.page.locator("#phone-fetched")).to_be_visible()
    assert phone.page.locator("h1").count() == 1


@pytest.mark.parametrize("scrolled", [0, 150])
def test_no_row_moves_away_under_the_thumb(phone, scrolled):
    """What comes above the rows, with the first answer that can't be sent, leaves them in place."""
    phone.open_provided_register()
    phone.lose_network()
    phone.page.evaluate("top => scrollTo(0, top)", scrolled)
    row = phone.row(1)
    before = row.bounding_box()["y"]
    phone.row(0).locator("label:has(input[value='present'])").evaluate("label => label.click()")
    phone.expect_reason("noNetwork")
    assert abs(row.bounding_box()["y"] - before) <= 1
