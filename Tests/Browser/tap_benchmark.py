"""Measures the time from a tap to the words "saved on this phone", on a throttled processor.

    python Tests/Browser/tap_benchmark.py [--throttle 6] [--rounds 20] [--json FILE]

Every row of the register is tapped in turn without a network; the clock runs from the browser's
click to the moment the sentence with the new count stands on the page, which is after the strict
transaction has completed. Prints a table, and with --json keeps the figures.
"""

import argparse
import json
import math
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright  # noqa: E402

from Tests.Browser.support.phone import BROWSER, Phone  # noqa: E402
from Tests.Browser.support.proxy import Proxy  # noqa: E402
from Tests.Browser.support.service import Service, build_demo  # noqa: E402

WATCH = """() => {
    window.taps = []
    const line = document.getElementById('phone-status')
    let begun = null
    addEventListener('click', event => {
        if (event.target.type === 'radio') begun = event.timeStamp
    }, { capture: true })
    new MutationObserver(() => {
        if (begun === null || line.dataset.state === 'sent') return
        window.taps.push(performance.now() - begun)
        begun = null
    }).observe(line, { childList: true, characterData: true, subtree: true })
}"""


def main():
    options = parsed()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        service = Service(build_demo(Path(folder)), folder)
        network = Proxy(service.port)
        browser = playwright.chromium.launch(**BROWSER)
        try:
            phone = Phone.signed_in(browser, service, network, has_touch=True)
            report(measured(phone, options), options)
        finally:
            browser.close()
            service.stop()


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--throttle", type=float, default=6, help="times slower (6)")
    parser.add_argument("--rounds", type=int, default=20, help="times the whole register (20)")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    return parser.parse_args()


def measured(phone, options):
    """Milliseconds of each tap, by round."""
    phone.open_provided_register()
    phone.context.new_cdp_session(phone.page).send(
        "Emulation.setCPUThrottlingRate", {"rate": options.throttle})
    phone.page.evaluate(WATCH)
    people = phone.page.locator("#roster fieldset.person").count()
    for number in range(options.rounds):
        phone.network.cut()
        for index in range(people):
            phone.mark(index, "present" if number % 2 == 0 else "notified")
            phone.wait_until(f"window.taps.length === {number * people + index + 1}")
        phone.network.restore()
        phone.page.evaluate("document.querySelector('#phone-send').click()")
        phone.expect_sent()
    return phone.page.evaluate("window.taps")


def report(taps, options):
    ordered = sorted(taps)
    figures = {
        "taps": len(taps), "throttle": options.throttle,
        "medianMilliseconds": round(statistics.median(ordered), 1),
        "p99Milliseconds": round(ordered[math.ceil(len(ordered) * 0.99) - 1], 1),
        "slowestMilliseconds": round(ordered[-1], 1),
    }
    print("| tap to “saved on this phone” | taps | median | 99th percentile | slowest |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| processor {options.throttle:g} times slower | {figures['taps']} "
          f"| {figures['medianMilliseconds']} ms | {figures['p99Milliseconds']} ms "
          f"| {figures['slowestMilliseconds']} ms |")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
