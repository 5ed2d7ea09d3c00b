"""A leader's browser, and what a leader does with it."""

import functools
import json
import re
import time

from playwright.sync_api import expect

from Tests.Browser.support.service import PASSWORD, ROOT, TODAY, run

SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}

# Debian's Chromium without windows of its own: the same engine for two thirds of the work.
BROWSER = {"executable_path": "/usr/bin/chromium-headless-shell", "args": ["--no-sandbox"]}

# What the browser itself says when the network is gone or the service refuses.
EXPECTED_COMPLAINTS = (
    "Failed to load resource", "net::ERR_", "An unknown error occurred when fetching the script")


class Phone:
    """One browser of one leader."""

    def __init__(self, context, service, network, language="sv"):
        self.context = context
        self.language = language
        self.service = service
        self.network = network
        self.complaints = []
        context.set_default_timeout(15_000)
        context.set_default_navigation_timeout(60_000)
        self.page = self.new_page()

    @staticmethod
    def signed_in(browser, service, network, language="sv", size="phone", user="layla",
                  **options):
        service.speak(user, language)
        context = browser.new_context(viewport=SIZES[size], **options)
        phone = Phone(context, service, network, language)
        phone.sign_in(user)
        return phone

    def new_page(self):
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._heard)
        return page

    def _heard(self, message):
        if message.type == "error" and not any(
                known in message.text for known in EXPECTED_COMPLAINTS):
            self.complaints.append(message.text)

    def sign_in(self, user="layla"):
        self.page.goto(self.network.origin + "/sign-in")
        self.page.fill("#userName", user)
        self.page.fill("#password", PASSWORD)
        self.page.click("main button[type=submit]")
        expect(self.page.locator("form.sign-out")).to_be_visible()

    def close(self):
        self.context.close()

    # Sessions

    def session(self, day=TODAY, user="layla"):
        """The public id of a session that the user leads that day."""
        rows = self.service.query(
            """
            SELECT session.public_id, session.id FROM session
                JOIN session_group ON session_group.session_id = session.id
                JOIN access_grant ON access_grant.group_id = session_group.group_id
                JOIN user_account ON user_account.person_id = access_grant.person_id
            WHERE local_date = ? AND user_name = ? AND session.voided_by IS NULL
            """, day, user)
        assert rows, f"{user} leads nothing on {day}"
        return rows[0][0]

    def group(self):
        """The public id of the group that meets today."""
        ((group,),) = self.service.query(
            """
            SELECT course_group.public_id FROM session
                JOIN session_group ON session_id = session.id
                JOIN course_group ON course_group.id = group_id WHERE session.public_id = ?
            """, self.session())
        return group

    def open_today(self):
        self.page.goto(self.network.origin + "/sessions")
        self.wait_until_provided()

    def open_register(self, day=TODAY, page=None, session=None):
        page = page or self.page
        page.goto(self.network.origin + "/sessions/" + (session or self.session(day)))
        self.wait_until_ready(page)

    def open_provided_register(self, day=TODAY):
        """The register, after everything that works without network has come."""
        self.open_register(day)
        self.wait_until_provided()

    def wait_until_ready(self, page=None):
        (page or self.page).wait_for_selector("html[data-phone]", state="attached")

    def wait_until_provided(self, page=None):
        page = page or self.page
        page.wait_for_selector("html[data-phone=provided]", state="attached")
        self.wait_until("navigator.serviceWorker.controller !== null", page)

    def wait_until(self, condition, page=None):
        """Until an expression, or its promise, is true.

        Playwright's own waiting evaluates in the page, which our content policy forbids.
        """
        page = page or self.page
        self.eventually(lambda: page.evaluate(condition), condition)

    def eventually(self, condition, told="it never came"):
        """Waits for a state, wherever it lies: nothing here may wait for a time."""
        deadline = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < deadline, told() if callable(told) else told
            self.page.wait_for_timeout(50)

    def never_try_by_itself(self):
        """From the next page on nothing waits for a next try, so that what sends is what the test
        does."""
        self.page.add_init_script("""
            const later = window.setTimeout
            window.setTimeout = (action, delay, ...values) =>
                delay >= 1000 ? 0 : later(action, delay, ...values)""")

    # Marking

    def row(self, index=0, page=None):
        return (page or self.page).locator("#roster fieldset.person").nth(index)

    def person(self, index=0):
        return self.row(index).get_attribute("data-person")

    def mark(self, index=0, value="present", page=None):
        """Taps somebody's answer; what lies folded is chosen as a keyboard would."""
        choice = f"input[type=radio][value='{value}']"
        row = self.row(index, page)
        row.evaluate("row => row.scrollIntoView({ block: 'center' })")
        if value == "present":
            row.locator(f"label:has({choice})").click()
        else:
            row.locator(choice).evaluate("choice => choice.click()")

    def expect_value(self, index, value, page=None):
        choice = self.row(index, page).locator(f"input[type=radio][value='{value}']")
        expect(choice).to_be_checked()

    def set_minutes(self, index, minutes):
        field = self.row(index).locator("input[name^='late.']")
        field.evaluate(
            """(field, text) => {
                field.value = text
                field.dispatchEvent(new Event('change', { bubbles: true }))
            }""", str(minutes))

    # What it tells

    @property
    def unmarked(self):
        text = self.page.locator("#unmarked").inner_text()
        return sum(int(word) for word in text.split() if word.isdigit())

    def expect_saved(self, count, page=None):
        """It says that so many are saved here and not sent."""
        line = (page or self.page).locator("#phone-status, .phone-line").first
        expect(line).to_have_attribute("data-state", "saved")
        expect(line).to_contain_text(word(self.language, "phone.saved", count))

    def expect_sent(self, page=None):
        line = (page or self.page).locator("#phone-status, .phone-line").first
        expect(line).to_have_attribute("data-state", "sent", timeout=20_000)

    def expect_reason(self, reason, page=None):
        """The panel stands as it will until something changes, its buttons with it."""
        expect((page or self.page).locator(f"[data-reason={reason}]")).to_be_visible()

    def expect_nothing_waits(self, page=None):
        """All that was said here has left; a page that was just opened need not tell of it."""
        self.eventually(lambda: self.stored("outbox", page) == [], "something waits")

    # What lies on it

    def stored(self, store, page=None):
        """All rows of one of the database's stores."""
        return (page or self.page).evaluate(
            """store => new Promise((resolve, reject) => {
                const opening = indexedDB.open('samsprak')
                opening.onerror = () => reject(opening.error)
                opening.onsuccess = () => {
                    const database = opening.result
                    if (!database.objectStoreNames.contains(store)) {
                        database.close()
                        return resolve([])
                    }
                    const all = database.transaction(store).objectStore(store).getAll()
                    all.onsuccess = () => { database.close(); resolve(all.result) }
                }
            })""", store)

    def change_stored(self, store, change, page=None):
        """Changes rows of a store; `change` is a function of a row in JavaScript."""
        (page or self.page).evaluate(
            "const apply = " + change + """;
            new Promise(resolve => {
                const opening = indexedDB.open('samsprak')
                opening.onsuccess = () => {
                    const database = opening.result
                    const transaction = database.transaction(STORE, 'readwrite')
                    const rows = transaction.objectStore(STORE)
                    rows.getAll().onsuccess = event => {
                        for (const row of event.target.result) { apply(row); rows.put(row) }
                    }
                    transaction.oncomplete = () => { database.close(); resolve() }
                }
            })""".replace("STORE", f"'{store}'"))

    def outbox(self):
        """In the order in which it is sent; it lies there by its random ids."""
        return sorted(self.stored("outbox"), key=lambda row: row["sequence"])

    def waiting(self):
        return [row for row in self.outbox() if row["state"] == "waiting"]

    def expect_waiting(self, *statements):
        """What lies here unsent, once all that was tapped has been written: kind and value."""
        self.eventually(lambda: [
            (row["act"]["kind"], row["act"].get("value")) for row in self.waiting()
        ] == list(statements), lambda: f"not {statements} but {self.outbox()}")

    # Its network

    def lose_network(self):
        self.network.cut()
        self.context.set_offline(True)

    def regain_network(self):
        """As a phone tells: the pages hear of it."""
        self.network.restore()
        self.context.set_offline(False)

    def become_visible(self):
        self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@functools.cache
def catalogue(language):
    file = ROOT / "Localizations" / f"{language}.arb"
    return json.loads(file.read_text("utf-8"))


@functools.cache
def word(language, key, count=None):
    """A message as the command says it, or its text where it has no plural."""
    if count is None:
        return catalogue(language)[key]
    text = catalogue(language)[key]
    branch = run("message", "plural", count, "--language", language, "--json")
    category = json.loads(branch)["category"]
    forms = dict(re.findall(r"(\w+) \{([^}]*)\}", text))
    return forms.get(category, forms["other"]).replace("#", str(count))
