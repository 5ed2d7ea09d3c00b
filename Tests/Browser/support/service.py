"""The built service on the demo world, at the demo's own time."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BUILDS = [ROOT / folder / "debug/samsprak" for folder in (".build", ".build/whole")]
PASSWORD = "tillsammans-2020"
TODAY = "2020-04-21"
LANGUAGES = ["sv", "en", "ar", "so", "fa-AF", "ti", "ckb", "ku"]
RIGHT_TO_LEFT = ["ar", "fa-AF", "ckb"]


def built():
    """What was built last: by `swift build`, or by the scripts for themselves."""
    found = [build for build in BUILDS if build.exists()]
    assert found, "nothing is built: .scripts/build --product samsprak"
    return max(found, key=lambda build: build.stat().st_mtime)


BINARY = Path(os.environ.get("SAMSPRAK_BINARY") or built())


def build_demo(folder):
    """Builds the demo world once; tests copy it."""
    run("demo", "--no-serve", "--database", folder / "demo.sqlite")
    return folder / "demo.sqlite"


def run(*arguments, check=True):
    """Runs the command and returns what it printed."""
    done = subprocess.run(
        [BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=300)
    if check:
        assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Service:
    """`samsprak demo` on a copy of the world: `demo` sets the clock where its story begins."""

    def __init__(self, demo, folder, *options):
        self.database = Path(folder) / "world.sqlite"
        if not self.database.exists():
            for suffix in ("", "-wal", "-shm", ".key"):
                source = Path(str(demo) + suffix)
                if source.exists():
                    shutil.copy(source, str(self.database) + suffix)
        self._options = options
        self._log = open(Path(folder) / "service.log", "a+b")
        self._start(0)

    def _start(self, port):
        beginning = self._log.seek(0, 2)
        self._process = subprocess.Popen(
            [BINARY, "demo", "--database", self.database, "--port", str(port), "--json",
             *self._options],
            stdout=self._log, stderr=self._log, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            self._log.seek(beginning)
            found = re.search(rb"http://127\.0\.0\.1:(\d+)/", self._log.read())
            if found:
                self.port = int(found[1])
                return
            assert self._process.poll() is None, "the service ended"
            time.sleep(0.05)
        raise AssertionError("the service does not listen")

    def restart(self, *options):
        """Another release: the same database and port, other options."""
        self.stop()
        self._options = options
        self._start(self.port)

    def stop(self):
        self._process.terminate()
        self._process.wait(30)

    def speak(self, user, language):
        """The user's pages come in this language from now on."""
        with self.sql() as database:
            database.execute(
                "UPDATE user_account SET language = ? WHERE user_name = ?", (language, user))

    def sql(self):
        return sqlite3.connect(self.database, timeout=20)

    def query(self, text, *arguments):
        with self.sql() as database:
            return database.execute(text, arguments).fetchall()

    def run(self, *arguments):
        """A command of the administrator's on the same database."""
        return run(*arguments, "--database", self.database)

    def acts(self, kind="mark"):
        """All acts of a kind that have arrived by JSON, oldest first: outcome and value."""
        return self.query(
            "SELECT outcome, act.value FROM act JOIN device ON device.id = act.device_id"
            " WHERE kind = ? AND device.name LIKE 'phone-%' ORDER BY act.id", kind)


class Client:
    """Somebody's second device, without a browser."""

    def __init__(self, service, user):
        self.origin = f"http://127.0.0.1:{service.port}"
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self._open = opener.open
        body = f"userName={user}&password={PASSWORD}".encode()
        self._open(self.origin + "/sign-in", body).read()

    def get(self, path):
        return json.load(self._open(self.origin + path))

    def send(self, batch):
        request = urllib.request.Request(
            self.origin + "/api/v1/acts", json.dumps(batch).encode(),
            {"Content-Type": "application/json"})
        return json.load(self._open(request))
