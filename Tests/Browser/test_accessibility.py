"""Every page for everyone: axe's rules of WCAG 2.2 AA, language, direction, focus and zoom."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe

from Tests.Browser.conftest import IS_LONG
from Tests.Browser.support.phone import SIZES, Phone
from Tests.Browser.support.proxy import Proxy
from Tests.Browser.support.service import LANGUAGES, RIGHT_TO_LEFT, Service

RULES = {"runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}

# By name: who looks, and the address; `{session}` is today's session of layla's group, `{signed}`
# one whose list was signed, `{cancelled}` one that was called off.
PAGES = {
    "sign-in": (None, "/sign-in"),
    "front page": ("layla", "/"),
    "today": ("layla", "/sessions"),
    "register": ("layla", "/sessions/{session}"),
    "register with faults": ("layla", "/sessions/{session}"),
    "register without network": ("layla", "/sessions/{session}"),
    "signed register": ("anna", "/sessions/{signed}"),
    "cancelled register": ("layla", "/sessions/{cancelled}"),
    "administrator's register": ("anna", "/sessions/{session}"),
    "sign-off": ("layla", "/sessions/{session}/sign-off"),
    "make-up": ("layla", "/sessions/{session}/make-up"),
    "figures": ("layla", "/figures"),
    "term at a glance": ("anna", "/"),
    "charts": ("anna", "/figures/charts"),
    "leader's charts": ("layla", "/figures/charts?round=2020-spring"),
    "printed report": ("anna", "/figures/report"),
    "chosen figures": (
        "anna", "/figures?by=language,gender&term=2019-ht&language=ar,so&compare=1"),
    "rows behind a number": (
        "anna", "/figures/rows?by=language&measure=expected&key.language=ar&page=3"),
    "table for the county": ("anna", "/figures/county"),
    "frozen reports": ("anna", "/figures/frozen"),
    "frozen report": ("anna", "/figures?by=gender,language"),
    "counting a report anew": ("anna", "/figures?by=gender"),
    "not found": ("layla", "/nowhere"),
    "shell": (None, "/phone/shell"),
    "administrator's sessions": ("anna", "/sessions"),
    "groups": ("layla", "/groups"),
    "group": ("layla", "/groups/{group}"),
    "group's call list": ("layla", "/groups/{group}/calls"),
    "group's sheet": ("layla", "/groups/{group}/sheet"),
    "session's sheet": ("layla", "/sessions/{session}/sheet"),
    "entry from paper": ("layla", "/sessions/{session}/entry"),
    "call list": ("layla", "/sessions/{session}/calls"),
    "account": ("layla", "/account"),
    "devices": ("layla", "/devices"),
    "calendar": ("layla", "/calendar"),
    "users": ("anna", "/users"),
    "user's devices": ("anna", "/users/layla/devices"),
    "people": ("anna", "/people?q=Amina"),
    "likely duplicates": ("anna", "/people/duplicates"),
    "added on the spot": ("anna", "/people/unmatched"),
    "review": ("anna", "/review"),
    "rounds": ("anna", "/rounds"),
    "setup": ("anna", "/setup"),
    "programmes": ("anna", "/setup/programmes"),
    "new programme": ("anna", "/setup/programmes/new"),
    "programme": ("anna", "/setup/programmes/parent-support"),
    "rounds' setup": ("anna", "/setup/rounds"),
    "ending a round": ("anna", "/setup/rounds/2020-spring/end"),
    "round's setup": ("anna", "/setup/rounds/2020-spring"),
    "new round": ("anna", "/setup/rounds/new"),
    "new group": ("anna", "/setup/rounds/2020-spring/groups/new"),
    "group's setup": ("anna", "/setup/groups/{group}"),
    "planning": ("anna", "/setup/groups/{group}/plan"),
    "venues": ("anna", "/setup/venues"),
    "new venue": ("anna", "/setup/venues/new"),
    "venue": ("anna", "/setup/venues"),
    "breaks": ("anna", "/setup/breaks"),
    "reasons": ("anna", "/setup/reasons"),
    "new reason": ("anna", "/setup/reasons/new"),
    "reason": ("anna", "/setup/reasons/moved"),
    "new breaks": ("anna", "/setup/breaks/new"),
    "staff": ("anna", "/setup/staff"),
    "new user": ("anna", "/setup/staff/new"),
    "user's setup": ("anna", "/setup/staff"),
    "leading a group": ("anna", "/setup/staff"),
    "giving a right": ("anna", "/setup/staff"),
    "board": ("anna", "/rounds/2020-spring/board"),
    "board's proposals": ("anna", "/rounds/2020-spring/board/balance"),
    "pausing a group": (
        "anna", "/rounds/2020-spring/board/change?kind=pause&group={group}"),
    "splitting a group": (
        "anna", "/rounds/2020-spring/board/change?kind=split&group={group}"),
    "merging a group": (
        "anna", "/rounds/2020-spring/board/change?kind=merge&group={group}"),
    "changing a leader": (
        "anna", "/rounds/2020-spring/board/change?kind=leader&group={group}"),
    "moving a meeting": (
        "anna", "/rounds/2020-spring/board/change?kind=moveSession&group={group}"),
    "calling a meeting off": (
        "anna", "/rounds/2020-spring/board/change?kind=cancelSession&group={group}"),
    "closing a group": (
        "anna", "/rounds/2020-spring/board/change?kind=close&group={group}"),
    "moving somebody": ("anna", "/rounds/2020-spring/board"),
    "enrolments": ("anna", "/rounds/2020-spring/enrolment"),
    "offer": ("anna", "/rounds/2020-spring/enrolment"),
    "priority": ("anna", "/rounds/2020-spring/enrolment"),
    "withdrawing": ("anna", "/rounds/2020-spring/enrolment"),
    "finding who applies": ("anna", "/rounds/2020-spring/enrolment/new?q=Amina"),
    "applying": ("anna", "/rounds/2020-spring/enrolment/new?person=new"),
    "pasting": ("anna", "/rounds/2020-spring/enrolment/paste"),
    "round's history": ("anna", "/rounds/2020-spring/history"),
    "certificates": ("anna", "/rounds/2019-spring/certificates"),
    "certificates to issue": ("anna", "/rounds/2019-autumn/certificates"),
    "one session short": ("anna", "/rounds/2020-spring/short"),
    "participation list": ("layla", "/sessions/{session}/sheet?list"),
    "checking a certificate": (None, "/certificates?number=0000-0000-0000"),
}

if IS_LONG:
    LOOKS = list(itertools.product(LANGUAGES, SIZES, ["light", "dark"]))
else:
    LOOKS = [("sv", "phone", "light"), ("ar", "phone", "dark"), ("ti", "phone", "light")]


@pytest.fixture(scope="module")
def served(demo, tmp_path_factory):
    service = Service(demo, tmp_path_factory.mktemp("pages"))
    network = Proxy(service.port)
    yield service, network
    network.close()
    service.stop()


@pytest.fixture(scope="module")
def phones(browser, served):
    """Signed-in browsers of one look at a time; one that served all would grow and grow."""
    phones = Phones(browser, *served)
    yield phones
    phones.close()


class Phones:
    def __init__(self, browser, service, network):
        self._browser, self._service, self._network = browser, service, network
        self._look = None
        self._by_user = {}

    def phone(self, look, user):
        if look != self._look:
            self.close()
            self._look = look
        if user not in self._by_user:
            self._by_user[user] = self._made(*look, user)
        return self._by_user[user]

    def _made(self, language, size, scheme, user):
        context = self._browser.new_context(
            viewport=SIZES[size], color_scheme=scheme, locale=language)
        phone = Phone(context, self._service, self._network, language)
        if user:
            self._service.speak(user, language)
            phone.sign_in(user)
        return phone

    def close(self):
        for phone in self._by_user.values():
            phone.close()
        self._by_user = {}


def called(case):
    look, name = case
    return "-".join([*look, name])


@pytest.fixture(scope="module", params=list(itertools.product(LOOKS, PAGES)), ids=called)
def case(request):
    """A look and a page's name."""
    return request.param


def submit_faults(phone):
    """As without scripts, which keep such a form to themselves."""
    phone.page.evaluate("""() => {
        document.querySelector("#roster [name^='late.']").value = 'ten'
        document.getElementById('register').submit()
    }""")
    phone.page.wait_for_selector("#faults")
    phone.wait_until_ready()


def lose_network(phone):
    phone.wait_until_provided()
    phone.network.cut()
    phone.page.reload()
    phone.page.wait_for_selector("#phone-fetched")
    phone.wait_until_ready()


def follow(*addresses):
    """The first link that leads there, and on from there."""
    def step(phone):
        for address in addresses:
            link = phone.page.locator(f"main a[href*='{address}']").first
            phone.page.goto(link.evaluate("link => link.href"))
            phone.wait_until_ready()
    return step


def freeze(phone):
    phone.page.locator("form[action^='/figures/frozen'] button").click()
    phone.page.wait_for_url("**/figures/frozen/*")
    phone.wait_until_ready()


def count_anew(phone):
    freeze(phone)
    follow("/restate")(phone)


# What leads to the page from the address.
STEPS = {
    "register with faults": submit_faults, "register without network": lose_network,
    "offer": follow("kind=offer"), "priority": follow("kind=prioritise"),
    "withdrawing": follow("kind=withdraw"), "moving somebody": follow("move?person="),
    "venue": follow("/setup/venues/"), "user's setup": follow("/setup/staff/"),
    "leading a group": follow("/setup/staff/", "/lead"),
    "giving a right": follow("/setup/staff/", "/right"),
    "frozen report": freeze, "counting a report anew": count_anew,
}


@pytest.fixture(scope="module")
def page(phones, case):
    """A page in one language, size and colour scheme, loaded once for all that is asked of it."""
    look, name = case
    user, address = PAGES[name]
    phone = phones.phone(look, user)
    phone.page.set_viewport_size(SIZES[look[1]])
    phone.page.goto(phone.network.origin + address.format(
        session=phone.session(), signed=phone.session("2019-03-26"),
        cancelled=phone.session("2020-03-31"), group=phone.group()))
    if user:
        phone.wait_until_ready()
    if name in STEPS:
        STEPS[name](phone)
    yield phone.page
    phone.network.restore()


def test_axe_finds_nothing(page):
    # Axe looks at one moment: what the bar covers just now would count as too small to press.
    page.locator(".bar").evaluate_all("bars => bars.forEach(bar => bar.style.position = 'static')")
    found = Axe().run(page, options=RULES)
    assert found.response["violations"] == [], found.generate_report()


def test_a_page_says_its_language_and_direction_and_has_one_heading(page, case):
    (language, _, _), _ = case
    root = page.locator("html")
    assert root.get_attribute("lang") == language
    assert root.get_attribute("dir") == ("rtl" if language in RIGHT_TO_LEFT else "ltr")
    assert page.locator("h1").count() == 1


# What shows the focus is the same in every language.
@pytest.mark.parametrize(
    "case", list(itertools.product(LOOKS if IS_LONG else LOOKS[:1], PAGES)), ids=called,
    indirect=True)
def test_whatever_has_the_focus_shows_it(page):
    """Walks by keyboard through the first stops of the page."""
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate("""() => {
            const element = document.activeElement
            if (!element || element === document.body) return 'body'
            const outlined = (element, pseudo) => {
                const style = getComputedStyle(element, pseudo)
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            }
            const others = [element.nextElementSibling, element.closest('label')]
            return outlined(element) || outlined(element, '::after')
                || others.some(other => other && outlined(other))
                ? 'shown' : element.outerHTML.slice(0, 200)
        }""")
        assert shown in ("shown", "body")


def test_nothing_scrolls_sideways_on_a_narrow_screen_with_text_twice_as_large(page):
    """The last to ask, since the page stays as it leaves it."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = page.evaluate("""() => {
        const root = document.documentElement
        if (root.scrollWidth <= root.clientWidth) return []
        return [...document.body.querySelectorAll('*')].filter(element => {
            const box = element.getBoundingClientRect()
            return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1)
        }).map(element => element.outerHTML.slice(0, 120))
    }""")
    assert wide == []
