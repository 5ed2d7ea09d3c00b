"""What waits is sent once, by one sender, and leaves the phone only on its receipt."""

import json

import pytest
from playwright.sync_api import expect

from Tests.Browser.support.phone import Phone, word
from Tests.Browser.support.service import TODAY, Client

ACTS = "/api/v1/acts"


def answered(network):
    """The batches that were answered, each with its results."""
    return [(json.loads(e.body), json.loads(e.reply.split(b"\r\n\r\n", 1)[1]))
            for e in network.requests(ACTS, "POST") if e.status == 200 and e.reply]


def tries(phone):
    """How often each thing that waits was sent in vain."""
    return [row["tries"] for row in phone.waiting()]


def mark_without_network(phone, value="present", index=0):
    phone.open_provided_register()
    phone.lose_network()
    phone.mark(index, value)
    phone.expect_saved(1)
    phone.expect_reason("noNetwork")


@pytest.mark.both_directions
def test_back_online_it_is_sent_without_a_tap(phone):
    mark_without_network(phone)
    phone.regain_network()
    phone.expect_sent()
    assert phone.service.acts() == [("accepted", "present")]
    assert phone.outbox() == []


def test_becoming_visible_alone_sends(phone):
    phone.never_try_by_itself()
    phone.open_provided_register()
    phone.network.cut()
    phone.mark(0)
    phone.expect_reason("noNetwork")
    # The browser has not noticed, and so tells nobody that it is online again.
    phone.network.restore()
    phone.become_visible()
    phone.expect_sent()


def test_the_button_sends(phone):
    phone.never_try_by_itself()
    phone.open_provided_register()
    phone.network.cut()
    phone.mark(0)
    phone.expect_reason("noNetwork")
    phone.network.restore()
    phone.page.click("#phone-send")
    phone.expect_sent()
    assert phone.service.acts() == [("accepted", "present")]


def test_after_the_service_failed_three_times_there_is_one_mark(phone):
    phone.open_provided_register()
    phone.network.answer(ACTS, 500, times=3)
    phone.mark(0)
    phone.expect_saved(1)
    phone.expect_reason("busy")
    expect(phone.page.locator("#phone-status")).to_have_attribute(
        "data-state", "sent", timeout=30_000)
    assert len(phone.network.requests(ACTS)) == 4
    assert phone.service.acts() == [("accepted", "present")]


def test_a_retry_whose_first_answer_was_lost_is_told_already(phone):
    phone.never_try_by_itself()
    phone.open_provided_register()
    phone.network.lose_answer(ACTS)
    phone.mark(0)
    phone.expect_reason("noNetwork")
    assert phone.service.acts() == [("accepted", "present")]
    phone.page.click("#phone-send")
    phone.expect_sent()
    ((_, answer),) = answered(phone.network)
    assert [result["outcome"] for result in answer["results"]] == ["repeated"]
    assert phone.service.acts() == [("accepted", "present")]


def test_two_tabs_have_one_sender_and_both_are_brought_up_to_date(phone):
    phone.open_provided_register()
    other = phone.new_page()
    phone.open_register(page=other)
    phone.lose_network()
    phone.mark(0)
    phone.mark(1, page=other)
    phone.expect_saved(2)
    phone.expect_saved(2, other)
    phone.expect_value(0, "present", other)
    phone.regain_network()
    phone.expect_sent()
    phone.expect_sent(other)
    sent = [act["id"] for batch, _ in answered(phone.network) for act in batch["acts"]]
    assert len(sent) == len(set(sent)) == 2
    assert phone.service.acts() == [("accepted", "present")] * 2


def test_signed_out_by_the_service_it_keeps_the_queue_and_asks_to_sign_in(phone):
    phone.never_try_by_itself()
    phone.open_provided_register()
    cookies = phone.context.cookies()
    phone.context.clear_cookies(name="samsprak")
    phone.mark(0)
    phone.expect_saved(1)
    phone.expect_reason("signInToSend")
    assert len(phone.waiting()) == 1
    phone.context.add_cookies(cookies)
    phone.page.click("#phone-send")
    phone.expect_sent()


@pytest.mark.parametrize("status, reason", [
    (403, "refused"), (413, "tooLarge"), (429, "busy")])
def test_a_call_refused_as_a_whole_leaves_the_queue_as_it_is(phone, status, reason):
    phone.never_try_by_itself()
    phone.open_provided_register()
    error = b'{"error": {"kind": "invalid", "code": "tooLarge"}}'
    phone.network.answer(
        ACTS, status, error, {"Content-Type": "application/json", "Retry-After": "1"})
    phone.mark(0)
    phone.mark(1)
    phone.expect_saved(2)
    phone.expect_reason(reason)
    phone.eventually(lambda: all(tries(phone)))
    ids, before = sorted(row["id"] for row in phone.waiting()), tries(phone)
    phone.page.click("#phone-send")
    phone.eventually(lambda: sum(tries(phone)) > sum(before))
    assert sorted(row["id"] for row in phone.waiting()) == ids
    phone.network.restore()
    phone.page.click("#phone-send")
    phone.expect_sent()
    assert phone.service.acts() == [("accepted", "present")] * 2


def test_a_captive_portals_friendly_page_removes_nothing(phone):
    phone.never_try_by_itself()
    phone.open_provided_register()
    phone.network.captive_portal()
    phone.mark(0)
    phone.expect_saved(1)
    phone.expect_reason("captive")
    assert len(phone.waiting()) == 1
    phone.network.restore()
    phone.page.click("#phone-send")
    phone.expect_sent()


def act_of(phone, client, value, person=None):
    """Another device of another leader says something of the first person."""
    return client.send({
        "version": 1, "batch": "b", "device": "phone-other",
        "sentAt": "2020-04-21T15:00:10Z", "acts": [{
            "id": "5b0c1f2e-0000-4000-8000-000000000001", "seq": 1, "kind": "mark",
            "session": phone.session(), "at": "2020-04-21T15:00:05Z",
            "person": person or phone.person(0), "base": 0, "value": value, "mode": "remote",
            "role": "member"}]})


@pytest.mark.parametrize("choice, value", [("mine", "present"), ("theirs", "unnotified")])
def test_a_conflict_shows_both_and_choosing_settles_it(phone, choice, value):
    mark_without_network(phone)
    act_of(phone, Client(phone.service, "anna"), "unnotified")
    phone.regain_network()
    review = phone.page.locator("#phone-review")
    expect(review).to_be_visible()
    buttons = review.locator("button")
    expect(buttons.nth(0)).to_contain_text(word(phone.language, "register.present"))
    expect(buttons.nth(1)).to_contain_text(word(phone.language, "register.unnotified"))
    # What came first counts until somebody chooses.
    phone.expect_value(0, "unnotified")
    assert [row["state"] for row in phone.outbox()] == ["review"]
    review.locator(f"[data-choice={choice}]").click()
    expect(review).not_to_be_attached()
    phone.expect_nothing_waits()
    phone.page.reload()
    phone.wait_until_ready()
    phone.expect_value(0, value)
    assert phone.service.query(
        "SELECT count(*) FROM act WHERE outcome IN ('needsReview', 'kept')"
        " AND settled_by IS NULL AND session_id = (SELECT id FROM session WHERE public_id = ?)",
        phone.session()) == [(0,)]
    assert phone.outbox() == []


def test_a_session_called_off_meanwhile_sends_its_marks_to_review(phone):
    phone.open_today()
    phone.lose_network()
    phone.open_register("2020-04-28")
    phone.mark(0, "notified")
    phone.expect_saved(1)
    phone.service.run("session", "cancel", phone.session("2020-04-28"), "--reason", "sjuk")
    phone.regain_network()
    review = phone.page.locator("#phone-review")
    expect(review).to_contain_text(word(phone.language, "register.keptCalledOff"))
    assert [row["outcome"] for row in phone.outbox()] == ["kept"]
    review.locator("button").nth(0).click()
    expect(review).not_to_be_attached()
    assert phone.outbox() == []
    assert phone.service.query(
        "SELECT outcome, settled_by FROM act WHERE outcome = 'kept' ORDER BY id DESC LIMIT 1") \
        == [("kept", None)]


@pytest.mark.parametrize("hours", [-2, 2])
def test_a_clock_two_hours_off_still_marks_on_the_right_day(phone, hours):
    phone.page.add_init_script(f"""
        const Real = Date
        const shift = {hours} * 3600000
        window.Date = class extends Real {{
            constructor(...values) {{
                values.length ? super(...values) : super(Real.now() + shift)
            }}
            static now() {{ return Real.now() + shift }}
        }}""")
    phone.open_provided_register()
    phone.lose_network()
    phone.mark(0)
    phone.expect_saved(1)
    phone.regain_network()
    phone.expect_sent()
    assert phone.service.acts() == [("accepted", "present")]
    ((day,),) = phone.service.query(
        "SELECT date(happened_at / 1000, 'unixepoch') FROM act"
        " WHERE kind = 'mark' ORDER BY id DESC LIMIT 1")
    assert day == TODAY


def test_a_page_of_an_earlier_release_is_still_understood(phone):
    """It says nothing of its account, as version 1 did at first."""
    phone.open_provided_register()
    answer = phone.page.evaluate("""async ([session, person]) => {
        const response = await fetch('/api/v1/acts', {
            method: 'POST', headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
                version: 1, batch: 'old', device: 'phone-old', sentAt: new Date().toISOString(),
                acts: [{
                    id: crypto.randomUUID(), seq: 1, session, at: new Date().toISOString(),
                    kind: 'mark', person, base: 0, value: 'present', mode: 'remote',
                    role: 'member',
                }],
            }),
        })
        return response.json()
    }""", [phone.session(), phone.person(0)])
    assert [result["outcome"] for result in answer["results"]] == ["accepted"]


def test_what_has_waited_three_days_is_warned_of(phone):
    mark_without_network(phone)
    phone.change_stored(
        "outbox", "row => { row.at = new Date(Date.now() - 4 * 86400000).toISOString() }")
    phone.page.reload()
    phone.wait_until_ready()
    expect(phone.page.locator(".phone-panel")).to_contain_text(
        word(phone.language, "phone.threeDays"))


def test_persistent_storage_is_asked_for_at_the_first_mark(phone):
    phone.page.add_init_script("""
        window.asked = 0
        navigator.storage.persist = () => { window.asked += 1; return Promise.resolve(true) }""")
    phone.open_provided_register()
    assert phone.page.evaluate("window.asked") == 0
    phone.mark(0)
    phone.mark(1)
    phone.expect_sent()
    assert phone.page.evaluate("window.asked") == 1


def test_unsent_marks_can_be_stored_as_a_file_in_the_wire_format(phone):
    mark_without_network(phone)
    with phone.page.expect_download() as download:
        phone.page.click("#phone-export")
    (batch,) = json.loads(download.value.path().read_text())
    assert (batch["version"], len(batch["acts"])) == (1, 1)
    assert Client(phone.service, "layla").send(batch)["results"][0]["outcome"] == "accepted"
    assert len(phone.waiting()) == 1
    phone.regain_network()
    phone.expect_sent()
    assert phone.service.acts() == [("accepted", "present")]
