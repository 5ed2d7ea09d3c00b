"""Tables that are taken along, opened as others open them, hold what the page shows."""

import csv
import hashlib
import io
import json
import re
import subprocess
import zipfile
from html.parser import HTMLParser

import openpyxl
import pytest

from Tests.Browser.conftest import IS_LONG
from Tests.Browser.support.service import LANGUAGES, RIGHT_TO_LEFT, Client

MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


class Table(HTMLParser):
    """The cells of a page's first table, without what isolates them."""

    def __init__(self, page):
        super().__init__()
        self.rows, self._cell, self._inside, self._done = [], None, False, False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "table" and not self._done:
            self._inside = True
        if self._inside and tag == "tr":
            self.rows.append([])
        if self._inside and tag in ("th", "td"):
            self._cell = ""

    def handle_endtag(self, tag):
        if self._inside and tag in ("th", "td"):
            self.rows[-1].append(self._cell.translate(MARKS).strip())
            self._cell = None
        if tag == "table":
            self._inside, self._done = False, True

    def handle_data(self, data):
        if self._cell is not None:
            self._cell += data


class Manager(Client):
    def bytes(self, path):
        return self._open(self.origin + path).read()

    def page(self, path):
        return self.bytes(path).decode()


@pytest.fixture
def manager(service):
    return Manager(service, "anna")


def sheet_rows(content):
    """The workbook, and the table's rows from its heading on."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    top = int(re.search(r"\d+", sheet.freeze_panes)[0]) - 2
    rows = list(sheet.iter_rows(min_row=top + 1, values_only=True))
    end = next(index for index, row in enumerate(rows) if not any(row))
    return book, rows[:end]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_countys_workbook_has_the_pages_values(service, manager, language):
    service.speak("anna", language)
    shown = Table(manager.page("/figures/county")).rows
    book, rows = sheet_rows(manager.bytes("/figures/county.xlsx"))
    assert [bool(sheet.sheet_view.rightToLeft) for sheet in book.worksheets] == [
        language in RIGHT_TO_LEFT] * 2
    assert len(rows) == len(shown)
    for written, line in zip(rows[1:], shown[1:]):
        names = " · ".join(name for name in written[:2] if name)
        assert names.translate(MARKS) == line[0]
        numbers = [re.sub(r"\D", "", cell) for cell in line[1:]]
        assert [str(number) for number in written[2:]] == numbers
        assert all(type(number) is int for number in written[2:])
    definitions = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert len(definitions) == 6 and all(all(row) for row in definitions)


# Tabs between cells, quotes around them, UTF-8, from the first line.
AS_LIST = "csv:Text - txt - csv (StarCalc):9,34,76,1"


@pytest.mark.skipif(not IS_LONG, reason="LibreOffice is installed for the long run")
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_the_countys_workbook_with_the_pages_values(
        service, manager, language, tmp_path):
    service.speak("anna", language)
    shown = Table(manager.page("/figures/county")).rows
    book = tmp_path / "county.xlsx"
    book.write_bytes(manager.bytes("/figures/county.xlsx"))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         "--convert-to", AS_LIST, "--outdir", tmp_path, book],
        check=True, capture_output=True)
    lines = list(csv.reader(
        io.StringIO((tmp_path / "county.csv").read_text(), newline=""), delimiter="\t"))
    top = next(index for index, line in enumerate(lines) if len([*filter(None, line)]) > 5)
    rows = lines[top:top + len(shown)]
    assert len(rows) == len(shown)
    for written, line in zip(rows[1:], shown[1:]):
        assert " · ".join(filter(None, written[:2])).translate(MARKS) == line[0]
        assert [re.sub(r"\D", "", cell) for cell in written[2:]] == [
            re.sub(r"\D", "", cell) for cell in line[1:]]


def test_a_workbook_repeats_byte_for_byte_and_has_a_chart(manager):
    content = manager.bytes("/figures/county.xlsx")
    assert content == manager.bytes("/figures/county.xlsx")
    assert "xl/charts/chart1.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_all_measures_stand_in_the_workbook_as_in_the_command(service, manager):
    book, rows = sheet_rows(manager.bytes("/figures/table.xlsx?by=gender,month"))
    told = json.loads(service.run("statistics", "--by", "gender,month", "--json"))
    assert len(rows) == len(told["rows"]) + 2
    heading = rows[0]
    share = heading.index("Närvaro")
    for written, row in zip(rows[1:], told["rows"]):
        rate = row["attendanceRate"]
        if rate is None:
            assert written[share:share + 3] == ("–", "–", "–")
        else:
            assert written[share] == pytest.approx(rate["numerator"] / rate["denominator"])
            assert written[share + 1:share + 3] == (rate["numerator"], rate["denominator"])
        assert written[2 + 3] == row["expected"]
        # By month nobody has completed a course, and this is no nought.
        assert written[heading.index("Fullföljt")] == "–"


def test_a_frozen_report_is_the_same_from_the_page_and_the_command(service, manager):
    told = json.loads(service.run("report", "freeze", "county", "--json"))
    address = f"/figures/frozen/{told['report']}"
    content = manager.bytes(address + "/table.csv")
    assert content.decode() == service.run("report", "show", told["report"], "--format", "csv")
    assert hashlib.sha256(content).hexdigest() == told["hash"]
    page = manager.page(address)
    assert told["hash"] in page
    assert json.loads(manager.bytes(address + "/table.json")) == json.loads(
        service.run("report", "show", told["report"], "--json"))
    shown = Table(page).rows
    _, rows = sheet_rows(manager.bytes(address + "/table.xlsx"))
    assert len(rows) == len(shown)
    for written, line in zip(rows[1:], shown[1:]):
        assert [str(number) for number in written[2:]] == [
            re.sub(r"\D", "", cell) for cell in line[1:]]


def test_a_list_reads_back_with_its_codes(manager):
    text = manager.bytes("/figures/county.csv?round=2019-spring").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert {row["round"] for row in rows} == {"2019-spring", "total"}
    assert {row["rounds"] for row in rows} == {"2019-spring"}
    assert {row["use"] for row in rows} == {"internal"}
    total = rows[-1]
    assert int(total["completed"]) == 60
    unique = sum(int(total[name]) for name in (
        "uniqueWomen", "uniqueMen", "uniqueGenderUnknown"))
    assert unique == 63
