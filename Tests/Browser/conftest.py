"""What every test in a browser begins with: a service on a copy of the demo world, a network that
can be cut, and a signed-in leader's phone."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from Tests.Browser.support.phone import BROWSER, SIZES, Phone
from Tests.Browser.support.proxy import Proxy
from Tests.Browser.support.service import LANGUAGES, RIGHT_TO_LEFT, Service, build_demo

expect.set_options(timeout=15_000)
IS_LONG = bool(os.environ.get("SAMSPRAK_LONG_TESTS"))


def pytest_generate_tests(metafunc):
    """Which languages and sizes: a slice, or all with --long."""
    if "setting" not in metafunc.fixturenames:
        return
    if IS_LONG:
        settings = [(language, size) for size in SIZES for language in LANGUAGES]
    elif metafunc.definition.get_closest_marker("both_directions"):
        settings = [("sv", "phone"), ("ar", "phone")]
    else:
        settings = [("sv", "phone")]
    metafunc.parametrize("setting", settings, ids=lambda setting: "-".join(setting))


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    browser = playwright.chromium.launch(**BROWSER)
    yield browser
    browser.close()


@pytest.fixture
def service(demo, tmp_path):
    service = Service(demo, tmp_path)
    yield service
    service.stop()


@pytest.fixture
def network(service):
    network = Proxy(service.port)
    yield network
    network.close()


@pytest.fixture
def phone(browser, service, network, setting):
    """Layla's, signed in, on today's page."""
    phone = Phone.signed_in(browser, service, network, *setting)
    yield phone
    phone.close()
    assert phone.complaints == [], "the console complained"


@pytest.fixture
def is_right_to_left(setting):
    return setting[0] in RIGHT_TO_LEFT
