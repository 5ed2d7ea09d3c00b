"""A leader's browser, and what a leader does with it."""

from playwright.sync_api import expect

from Tests.Browser.support.service import PASSWORD, TODAY

SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}

# What the browser itself says when the network is gone or the service refuses.
EXPECTED_COMPLAINTS = ("Failed to load resource", "net::ERR_")


class Phone:
    """One browser of one leader."""

    def __init__(self, context, service, network):
        self.context = context
        self.service = service
        self.network = network
        self.complaints = []
        context.set_default_timeout(15_000)
        self.page = self.new_page()

    @staticmethod
    def signed_in(browser, service, network, language="sv", size="phone", user="layla",
                  **options):
        service.speak(user, language)
        context = browser.new_context(viewport=SIZES[size], **options)
        phone = Phone(context, service, network)
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
