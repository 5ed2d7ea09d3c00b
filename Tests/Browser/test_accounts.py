"""Signing out leaves nothing behind, and nobody sends another's marks."""

from playwright.sync_api import expect

from Tests.Browser.support.phone import word
from Tests.Browser.support.service import PASSWORD

LEFT = """async () => ({
    databases: (await indexedDB.databases()).map(one => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


def mark_unsent(phone):
    phone.open_provided_register()
    phone.network.answer("/api/v1/acts", 503)
    phone.mark(0)
    phone.expect_saved(1)
    phone.expect_reason("busy")


def press_sign_out(phone):
    phone.page.locator("form.sign-out button").click()


def test_signing_out_with_something_unsent_asks_and_staying_keeps_all(phone):
    mark_unsent(phone)
    press_sign_out(phone)
    dialog = phone.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(word(phone.language, "phone.signOutText", 1))
    dialog.get_by_role("button", name=word(phone.language, "phone.stay")).click()
    expect(dialog).not_to_be_attached()
    press_sign_out(phone)
    expect(dialog).to_be_visible()
    phone.page.keyboard.press("Escape")
    expect(dialog).not_to_be_attached()
    assert len(phone.waiting()) == 1
    assert phone.stored("roster") != []
    phone.page.reload()
    expect(phone.page.locator("form.sign-out")).to_be_visible()


def test_signing_out_can_send_first(phone):
    mark_unsent(phone)
    press_sign_out(phone)
    phone.network.restore()
    dialog = phone.page.get_by_role("dialog")
    dialog.get_by_role("button", name=word(phone.language, "phone.sendNow")).click()
    expect(phone.page.locator("#userName")).to_be_visible()
    assert phone.service.acts() == [("accepted", "present")]


def test_signing_out_can_store_what_waits_as_a_file(phone):
    mark_unsent(phone)
    press_sign_out(phone)
    dialog = phone.page.get_by_role("dialog")
    with phone.page.expect_download():
        dialog.get_by_role(
            "button", name=word(phone.language, "phone.exportAndLeave")).click()
    expect(phone.page.locator("#userName")).to_be_visible()
    assert phone.page.evaluate(LEFT)["databases"] == []


def test_after_signing_out_nothing_is_left_and_back_shows_no_names(phone):
    phone.open_provided_register()
    name = phone.row(0).locator("legend bdi").first.inner_text()
    press_sign_out(phone)
    expect(phone.page.locator("#userName")).to_be_visible()
    assert phone.page.evaluate(LEFT) == {"databases": [], "caches": [], "workers": 0}
    phone.page.go_back()
    expect(phone.page.locator("#userName")).to_be_visible()
    assert name not in phone.page.content()


def test_without_network_signing_out_says_so_and_keeps_all(phone):
    phone.open_provided_register()
    phone.lose_network()
    press_sign_out(phone)
    expect(phone.page.get_by_role("dialog")).to_contain_text(
        word(phone.language, "phone.signOutNoNetwork"))
    assert phone.stored("roster") != []


def sign_in_anew(phone, user):
    """As the same browser does once its sign-in has run out."""
    phone.context.clear_cookies(name="samsprak")
    phone.context.request.post(
        phone.network.origin + "/sign-in", form={"userName": user, "password": PASSWORD})


def test_the_next_user_never_sends_the_last_ones_marks(phone):
    mark_unsent(phone)
    layla = phone.page
    sign_in_anew(phone, "abdi")
    phone.service.speak("abdi", phone.language)
    phone.network.restore()
    # Her page is still open, and would speak with his cookie.
    layla.click("#phone-send")
    phone.expect_reason("otherAccount", layla)
    layla.close()
    phone.page = phone.new_page()
    phone.open_today()
    expect(phone.page.locator(".phone-panel")).to_contain_text(
        word(phone.language, "phone.held", 1))
    assert phone.service.acts() == []
    assert [row["state"] for row in phone.outbox()] == ["waiting"]
    abdis = phone.stored("roster")
    assert all(phone.session() != roster["session"] for roster in abdis)
    # His leaving takes nothing of hers.
    press_sign_out(phone)
    expect(phone.page.locator("#userName")).to_be_visible()
    assert len(phone.outbox()) == 1
    assert phone.stored("roster") == []
    phone.sign_in("layla")
    phone.wait_until_ready()
    phone.expect_nothing_waits()
    assert phone.service.acts() == [("accepted", "present")]
