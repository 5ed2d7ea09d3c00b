"""Measures how long a board of 60 groups and 900 people takes to open, beside a bare page.

    python Tests/Browser/board_benchmark.py [--rounds 15] [--most 3] [--json FILE]

The bare page is as many bytes of plain paragraphs, served as they are. Both are opened in the same
browser in turns; the clock runs from the navigation's start until the page is loaded and has been
painted. Prints a table; fails when the board takes more than --most times the bare page.
"""

import argparse
import http.server
import json
import statistics
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright  # noqa: E402

from Tests.Browser.support.phone import BROWSER, Phone  # noqa: E402
from Tests.Browser.support.proxy import Proxy  # noqa: E402
from Tests.Browser.support.service import Service, build_demo, run  # noqa: E402

ROUND = "large"
GROUPS, PEOPLE = 60, 900
LANGUAGES = ["ar", "so", "fa-AF", "ti", "ckb", "ku"]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday"]

PAINTED = """() => new Promise(resolve => requestAnimationFrame(() => setTimeout(() =>
    resolve(performance.now()))))"""


def main():
    options = parsed()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = build_demo(Path(folder))
        fill(database, Path(folder))
        service = Service(database, folder)
        network = Proxy(service.port)
        browser = playwright.chromium.launch(**BROWSER)
        try:
            office = Phone.signed_in(browser, service, network, size="desktop", user="anna")
            report(measured(office, options), options)
        finally:
            browser.close()
            service.stop()


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=15, help="times each page (15)")
    parser.add_argument("--most", type=float, default=3, help="the ratio that is allowed (3)")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    return parser.parse_args()


def fill(database, folder):
    """A round of its own, everybody placed by the balancing."""
    run("round", "add", ROUND, "--programme", "parent-support", "--name", "Stor omgång",
        "--first-day", "2020-05-04", "--database", database)
    for number in range(GROUPS):
        run("group", "add", f"Grupp {number + 1}", "--round", ROUND, "--maximum", 16,
            "--languages", LANGUAGES[number % 6], "--childcare", 6, "--venue", f"Sal {number}",
            "--weekday", WEEKDAYS[number % 4], "--start", "17:30", "--end", "19:30",
            "--database", database)
    rows = ["Namn;Kursspråk"] + [
        f"Förälder {number} {'Al-Khatib Rahman'[number % 9:]};{LANGUAGES[number % 6]}"
        for number in range(PEOPLE)]
    people = folder / "people.csv"
    people.write_text("\n".join(rows) + "\n", encoding="utf-8")
    run("import", "participants", people, "--round", ROUND, "--database", database)
    run("balance", "apply", ROUND, "--database", database)


def measured(office, options):
    """Milliseconds of each opening: the board's and the bare page's."""
    # Past the proxy that tests cut; cookies belong to a host, whatever its port.
    board = f"http://127.0.0.1:{office.service.port}/rounds/{ROUND}/board"
    answer = office.page.goto(board)
    size = len(answer.body())
    assert office.page.locator(".seats li").count() == PEOPLE
    assert office.page.locator(".column-facts").count() == GROUPS
    bare = serve(bare_page(size))
    times = {"board": [], "bare": []}
    for _ in range(options.rounds):
        for name, address in (("board", board), ("bare", bare)):
            office.page.goto(address)
            times[name].append(office.page.evaluate(PAINTED))
    return times, size


def bare_page(size):
    head = "<!doctype html><html lang=en><meta charset=utf-8><title>Bare</title>\n"
    line = "<p>Sixty bytes of nothing in particular, in a paragraph.</p>\n"
    return (head + line * (size // len(line)))[:size].encode()


def serve(page):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def report(result, options):
    times, size = result
    board, bare = (statistics.median(times[name]) for name in ("board", "bare"))
    ratio = board / bare
    print(f"{GROUPS} groups, {PEOPLE} people, {size:,} bytes")
    print(f"board {board:8.1f} ms   bare {bare:8.1f} ms   ratio {ratio:.2f}")
    if options.json:
        options.json.write_text(json.dumps(
            {"board": board, "bare": bare, "ratio": ratio, "bytes": size}, indent=1) + "\n")
    if ratio > options.most:
        sys.exit(f"more than {options.most} times")


if __name__ == "__main__":
    main()
