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

# By name: who looks, and the address; `{session}` is today's session of layla's group.
PAGES = {
    "sign-in": (None, "/sign-in"),
    "today": ("layla", "/sessions"),
    "register": ("layla", "/sessions/{session}"),
    "sign-off": ("layla", "/sessions/{session}/sign-off"),
    "make-up": ("layla", "/sessions/{session}/make-up"),
    "figures": ("layla", "/figures"),
    "not found": ("layla", "/nowhere"),
    "shell": (None, "/phone/shell"),
    "administrator's sessions": ("anna", "/sessions"),
    "groups": ("layla", "/groups"),
    "group": ("layla", "/groups/{group}"),
    "group's sheet": ("layla", "/groups/{group}/sheet"),
    "session's sheet": ("layla", "/sessions/{session}/sheet"),
    "entry from paper": ("layla", "/sessions/{session}/entry"),
    "call list": ("layla", "/sessions/{session}/calls"),
    "account": ("layla", "/account"),
    "devices": ("layla", "/devices"),
    "calendar": ("layla", "/calendar"),
    "users": ("anna", "/users"),
    "people": ("anna", "/people?q=Amina"),
    "likely duplicates": ("anna", "/people/duplicates"),
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
def contexts():
    contexts = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def page(browser, served, contexts, look, name):
    """The named page in one language, size and colour scheme."""
    service, network = served
    language, size, scheme = look
    user, address = PAGES[name]
    if user:
        service.speak(user, language)
    if (user, look) not in contexts:
        context = browser.new_context(
            viewport=SIZES[size], color_scheme=scheme, locale=language)
        contexts[user, look] = phone = Phone(context, service, network)
        if user:
            phone.sign_in(user)
    phone = contexts[user, look]
    phone.page.set_viewport_size(SIZES[size])
    session = phone.session() if "{session}" in address else ""
    group = phone.group() if "{group}" in address else ""
    phone.page.goto(network.origin + address.format(session=session, group=group))
    return phone.page


def looks():
    return pytest.mark.parametrize("look", LOOKS, ids="-".join)


def pages():
    return pytest.mark.parametrize("name", PAGES)


@looks()
@pages()
def test_axe_finds_nothing(page):
    found = Axe().run(page, options=RULES)
    assert found.response["violations"] == [], found.generate_report()


@looks()
@pages()
def test_a_page_says_its_language_and_direction_and_has_one_heading(page, look):
    root = page.locator("html")
    assert root.get_attribute("lang") == look[0]
    assert root.get_attribute("dir") == ("rtl" if look[0] in RIGHT_TO_LEFT else "ltr")
    assert page.locator("h1").count() == 1


@looks()
@pages()
def test_nothing_scrolls_sideways_on_a_narrow_screen_with_text_twice_as_large(page):
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


@looks()
@pages()
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
