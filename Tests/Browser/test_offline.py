"""The coming two weeks work without a network."""

import re
import time

import pytest
from playwright.sync_api import expect

from Tests.Browser.support.phone import word
from Tests.Browser.support.service import TODAY


def test_the_worker_controls_the_page_after_the_first_visit(phone):
    phone.open_today()
    assert phone.page.evaluate("navigator.serviceWorker.controller.scriptURL").endswith(
        "/worker.js")
    scopes = phone.page.evaluate(
        "navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))")
    assert scopes == [phone.network.origin + "/sessions"]


@pytest.mark.both_directions
def test_a_reload_without_network_shows_the_roster(phone):
    phone.open_provided_register()
    names = phone.page.locator("#roster legend").all_inner_texts()
    phone.lose_network()
    phone.page.reload()
    phone.wait_until_ready()
    assert phone.page.locator("#roster legend").all_inner_texts() == names
    phone.page.goto(phone.network.origin + "/sessions")
    phone.wait_until_ready()
    expect(phone.page.locator(f"a[href='/sessions/{phone.session()}']").first).to_be_visible()


def test_a_coming_session_that_was_never_opened_is_there_without_network(phone):
    phone.open_today()
    phone.lose_network()
    phone.open_register("2020-04-28")
    assert phone.page.locator("#roster fieldset.person").count() > 0


def test_a_session_that_is_not_on_the_phone_says_not_downloaded(phone):
    phone.open_today()
    phone.lose_network()
    phone.page.goto(phone.network.origin + "/sessions/" + phone.session("2020-04-14"))
    expect(phone.page.locator("h1")).to_have_text(
        word(phone.language, "phone.notDownloadedTitle"))
    expect(phone.page.locator("main")).to_contain_text(
        word(phone.language, "phone.notDownloaded"))


def test_a_network_that_stalls_for_three_seconds_gives_way_to_the_shell(phone):
    phone.open_provided_register()
    phone.network.stall("/sessions/")
    begun = time.monotonic()
    phone.page.reload()
    phone.wait_until_ready()
    expect(phone.page.locator("#phone-fetched")).to_be_visible()
    # The network holds the request for a minute.
    assert 2.5 < time.monotonic() - begun < 30
    assert phone.page.locator("#roster fieldset.person").count() > 0


def test_no_name_lies_in_cache_storage(phone):
    phone.open_provided_register()
    names = [name for name in phone.page.locator("legend bdi").all_inner_texts() if name]
    kept = phone.page.evaluate("""async () => {
        const texts = {}
        for (const name of await caches.keys()) {
            const cache = await caches.open(name)
            for (const request of await cache.keys()) {
                texts[new URL(request.url).pathname] = await (await cache.match(request)).text()
            }
        }
        return texts
    }""")
    assert {re.sub("/assets/.*", "/assets/", path) for path in kept} == {
        "/phone/shell", "/assets/"}
    for path, text in kept.items():
        for name in [*names, "layla"]:
            assert name not in text, path


def test_a_protected_person_is_on_the_phone_by_alias_only(phone):
    phone.open_provided_register()
    protected = phone.service.query("SELECT public_id FROM person_shown WHERE alias IS NOT NULL")
    rosters = phone.stored("roster")
    assert TODAY in [roster["date"] for roster in rosters]
    seen = [person for (person,) in protected
            if any(person in roster["html"] for roster in rosters)]
    assert seen, "the demo's group of today has a protected person"
    for person in seen:
        row = phone.page.locator(f"fieldset[data-person='{person}']")
        alias = word(phone.language, "register.alias").replace("{number}", "")
        expect(row.locator("legend bdi").first).to_contain_text(alias.strip())
        assert row.locator("legend bdi").count() == 1
    for roster in rosters:
        assert not re.search(r"\d{6,8}[-+ ]?\d{4}", re.sub(r"<[^>]*>", " ", roster["html"]))
        assert "csrf\" value=\"\"" in roster["html"]


def test_an_expired_roster_goes_and_unsent_marks_stay(phone):
    phone.open_provided_register()
    phone.lose_network()
    phone.mark(0)
    phone.expect_saved(1)
    phone.change_stored("roster", "row => { row.expires = Date.UTC(2020, 0) }")
    phone.page.reload()
    phone.wait_until_ready()
    expect(phone.page.locator("h1")).to_have_text(
        word(phone.language, "phone.notDownloadedTitle"))
    assert phone.stored("roster") == []
    phone.expect_saved(1)
    phone.regain_network()
    phone.expect_sent()
    assert phone.service.acts() == [("accepted", "present")]


def test_a_new_worker_in_mid_session_loses_nothing_and_waits_for_the_outbox(phone):
    phone.never_try_by_itself()
    phone.open_provided_register()
    phone.network.answer("/api/v1/acts", 500)
    phone.mark(0)
    phone.expect_saved(1)
    newer = phone.page.request.get(phone.network.origin + "/worker.js")
    text = re.sub('const version = "[^"]*"', 'const version = "newer"', newer.text())
    phone.network.answer(
        "/worker.js", 200, text.encode(), {"Content-Type": "text/javascript"})
    phone.page.evaluate(
        "navigator.serviceWorker.getRegistration('/sessions').then(one => one.update())")
    phone.wait_until(
        "navigator.serviceWorker.getRegistration('/sessions').then(one => !!one.waiting)")
    phone.mark(1)
    phone.expect_saved(2)
    # What was said last has been refused too: else it could pass below, and the button go.
    phone.eventually(lambda: all(row["tries"] for row in phone.waiting()))
    phone.network.restore()
    phone.network.answer(
        "/worker.js", 200, text.encode(), {"Content-Type": "text/javascript"})
    phone.page.click("#phone-send")
    phone.expect_sent()
    phone.wait_until("caches.keys().then(all => all.join() === 'samsprak-newer')")
    assert phone.service.acts() == [("accepted", "present")] * 2
    phone.lose_network()
    phone.page.reload()
    phone.wait_until_ready()
    phone.expect_value(0, "present")


def test_the_kill_switch_takes_the_worker_away_and_leaves_the_outbox(phone):
    phone.open_provided_register()
    phone.network.answer("/api/v1/acts", 500)
    phone.mark(0)
    phone.expect_saved(1)
    phone.service.restart("--no-offline")
    phone.page.reload()
    phone.wait_until("caches.keys().then(all => all.length === 0)")
    phone.wait_until(
        "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")
    assert len(phone.waiting()) == 1
    phone.network.restore()
    phone.page.reload()
    phone.expect_nothing_waits()
    assert phone.service.acts() == [("accepted", "present")]


@pytest.mark.both_directions
def test_the_app_can_be_installed_in_its_language(phone, setting):
    address = phone.page.locator("link[rel=manifest]").get_attribute("href")
    manifest = phone.page.request.get(phone.network.origin + address).json()
    assert manifest["lang"] == setting[0]
    assert manifest["name"] == word(setting[0], "page.productName")
    assert (manifest["start_url"], manifest["display"]) == ("/sessions", "standalone")
    for icon in manifest["icons"]:
        assert phone.page.request.get(phone.network.origin + icon["src"]).ok
    assert "512x512" in [icon["sizes"] for icon in manifest["icons"]]
