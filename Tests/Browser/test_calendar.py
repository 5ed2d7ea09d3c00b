"""The calendar at a secret address, read by a calendar library as a calendar program would."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from Tests.Browser.support.service import LANGUAGES, PASSWORD

# The day before each change of the clock and the day after it, in 2020.
AROUND_THE_CHANGES = ["2020-03-28", "2020-03-30", "2020-10-24", "2020-10-26"]


class Subscriber:
    """Somebody who makes an address on the page, and a program that then fetches from it."""

    def __init__(self, service, user="layla"):
        self.origin = f"http://127.0.0.1:{service.port}"
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._signed_in = urllib.request.build_opener(jar)
        self._post("/sign-in", userName=user, password=PASSWORD)
        page = self._signed_in.open(self.origin + "/calendar").read().decode()
        self._token = re.search(r'name="csrf" value="([0-9a-f]+)"', page)[1]

    def _post(self, path, **fields):
        body = urllib.parse.urlencode(fields).encode()
        return self._signed_in.open(self.origin + path, body).read().decode()

    def make(self):
        page = self._post("/calendar/make", csrf=self._token)
        return self.origin + re.search(r"/calendar/[0-9a-f]{64}\.ics", page)[0]

    def end(self):
        self._post("/calendar/end", csrf=self._token)


def fetch(address, **headers):
    return urllib.request.urlopen(urllib.request.Request(address, headers=headers))


def events(address):
    text = fetch(address).read()
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(text).events}


def move(service, uid, day, start=17 * 60 + 30):
    """As `session move` leaves it, without its questions about rosters."""
    with service.sql() as database:
        database.execute(
            "UPDATE session SET local_date = ?, starts_at = ?, ends_at = ? WHERE public_id = ?",
            (day, start, start + 120, uid.removesuffix("@samsprak")))


def test_half_past_five_stays_half_past_five_over_both_changes_of_the_clock(service):
    address = Subscriber(service).make()
    some = sorted(events(address))[:len(AROUND_THE_CHANGES)]
    for uid, day in zip(some, AROUND_THE_CHANGES):
        move(service, uid, day)
    calendar = icalendar.Calendar.from_ical(fetch(address).read())
    # The zone as the file itself tells it, not as this machine knows it.
    zone = calendar.timezones[0].to_tz(lookup_tzid=False)
    found = {str(event["UID"]): event for event in calendar.events}
    for uid, day in zip(some, AROUND_THE_CHANGES):
        start = found[uid]["DTSTART"].dt
        assert start.date() == date.fromisoformat(day)
        assert start.time() == time(17, 30)
        assert found[uid]["DTSTART"].params["TZID"] == "Europe/Stockholm"
        wall = datetime.combine(start.date(), start.time())
        told = zone.utcoffset(wall)
        assert told == ZoneInfo("Europe/Stockholm").utcoffset(wall)
        assert told == timedelta(hours=1 if day in AROUND_THE_CHANGES[::3] else 2)
        assert found[uid]["DTEND"].dt - start == timedelta(hours=2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_whole_and_nobody_who_takes_part_is_in_it(service, language):
    service.speak("layla", language)
    address = Subscriber(service).make()
    raw = fetch(address).read()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    text = icalendar.Calendar.from_ical(raw).to_ical().decode()
    assert len(events(address)) >= 5
    for event in events(address).values():
        assert event["SUMMARY"] and event["STATUS"] in ("CONFIRMED", "CANCELLED")
        assert "ATTENDEE" not in event and "DESCRIPTION" not in event
    names = service.query(
        "SELECT DISTINCT text FROM person_name JOIN enrolment USING (person_id)"
        " WHERE length(text) > 3")
    assert names
    for (name,) in names:
        assert not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text), name


def test_a_session_that_moves_keeps_its_id_and_counts_its_changes(service):
    address = Subscriber(service).make()
    before = events(address)
    uid, event = max(before.items(), key=lambda item: item[1]["DTSTART"].dt)
    day = event["DTSTART"].dt.date() + timedelta(days=1)
    service.run("session", "move", uid.removesuffix("@samsprak"), "--to", day.isoformat())
    after = events(address)
    assert set(after) == set(before)
    assert after[uid]["DTSTART"].dt.date() == day
    assert after[uid]["SEQUENCE"] == event["SEQUENCE"] + 1
    assert after[uid]["LAST-MODIFIED"].dt > event["LAST-MODIFIED"].dt


def test_what_has_not_changed_is_not_sent_again(service):
    address = Subscriber(service).make()
    tag = fetch(address).headers["ETag"]
    with pytest.raises(urllib.error.HTTPError) as refused:
        fetch(address, **{"If-None-Match": tag})
    assert refused.value.code == 304


def test_an_address_that_was_ended_leads_nowhere(service):
    subscriber = Subscriber(service)
    address = subscriber.make()
    subscriber.end()
    with pytest.raises(urllib.error.HTTPError) as refused:
        fetch(address)
    assert refused.value.code == 404
