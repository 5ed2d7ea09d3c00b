"""A small HTTP proxy between browser and service: the network, which can be bad in many ways.

Playwright's own offline switch does not reach a service worker; this does.
"""

import socket
import threading
from dataclasses import dataclass, field


@dataclass
class Exchange:
    """One request as it passed, with what it cost."""

    method: str
    path: str
    body: bytes
    status: int = 0
    head: str = ""
    sent_bytes: int = 0
    reply: bytes = b""


@dataclass
class Rule:
    """What happens to the requests that it fits, at most `times` of them."""

    method: str
    path: str
    action: str
    status: int = 0
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    times: int = 1_000_000

    def fits(self, method, path):
        return self.times > 0 and method in (self.method, self.method or method) \
            and path.startswith(self.path)


class Proxy:
    """Passes everything on until told otherwise."""

    def __init__(self, upstream):
        self.upstream = upstream
        self.exchanges = []
        self._rules = []
        self._is_cut = False
        self._open = set()
        self._lock = threading.Lock()
        self._released = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    # What the network does

    def cut(self):
        """No network: connections break, new ones are reset."""
        with self._lock:
            self._is_cut = True
            for connection in self._open:
                reset(connection)

    def restore(self):
        """Everything passes again."""
        with self._lock:
            self._is_cut = False
            self._rules.clear()
        self._released.set()
        self._released = threading.Event()

    def answer(self, path, status, body=b"", headers=None, method="", times=1_000_000):
        """Answers in the service's place."""
        self._add(Rule(method, path, "answer", status, headers or {}, body, times))

    def stall(self, path="/", method=""):
        """Takes requests and answers none until the network is restored."""
        self._add(Rule(method, path, "stall"))

    def lose_answer(self, path, method="POST", times=1):
        """The service gets the request; its answer never arrives."""
        self._add(Rule(method, path, "lose", times=times))

    def captive_portal(self):
        """A friendly page to everything, as a hotel's network gives."""
        page = b"<!doctype html><title>Welcome</title><p>Please accept our terms.</p>"
        self.answer("/", 200, page, {"Content-Type": "text/html"})

    def _add(self, rule):
        with self._lock:
            self._rules.append(rule)

    # What went through

    def requests(self, path, method=""):
        return [e for e in self.exchanges
                if e.path.startswith(path) and method in (e.method, "")]

    # How it is done

    def _accept(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with self._lock:
            if self._is_cut:
                return reset(connection)
            self._open.add(connection)
        try:
            self._exchange(connection)
        except OSError:
            pass
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _exchange(self, connection):
        request = read_request(connection)
        if request is None:
            return
        method, path, raw, body = request
        exchange = Exchange(method, path, body)
        self.exchanges.append(exchange)
        rule = self._rule(method, path)
        if rule is None or rule.action == "lose":
            reply = self._forward(raw)
            if rule is not None:
                return reset(connection)
        elif rule.action == "stall":
            released = self._released
            released.wait(60)
            return reset(connection)
        else:
            reply = written_reply(rule)
        exchange.head = reply.split(b"\r\n\r\n", 1)[0].decode("latin-1")
        exchange.status = int(exchange.head.split(" ")[1])
        exchange.sent_bytes = len(reply)
        exchange.reply = reply
        connection.sendall(closing(reply))

    def _rule(self, method, path):
        with self._lock:
            rule = next((rule for rule in self._rules if rule.fits(method, path)), None)
            if rule is not None:
                rule.times -= 1
            return rule

    def _forward(self, raw):
        with socket.create_connection(("127.0.0.1", self.upstream)) as upstream:
            upstream.sendall(raw)
            parts = []
            while part := upstream.recv(1 << 16):
                parts.append(part)
        return b"".join(parts)

    def close(self):
        self.cut()
        self._released.set()
        self._listener.close()


def reset(connection):
    """Closes at once, as a lost network looks."""
    try:
        connection.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    connection.close()


def read_request(connection):
    """One request; made to close its connection, so that an answer ends with it."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(1 << 16)
        if not part:
            return None
        data += part
    head, body = data.split(b"\r\n\r\n", 1)
    lines = head.split(b"\r\n")
    method, path, _ = lines[0].decode("latin-1").split(" ", 2)
    length = 0
    kept = [lines[0]]
    for line in lines[1:]:
        name = line.split(b":", 1)[0].strip().lower()
        if name == b"content-length":
            length = int(line.split(b":", 1)[1])
        if name not in (b"connection", b"keep-alive"):
            kept.append(line)
    while len(body) < length:
        part = connection.recv(1 << 16)
        if not part:
            return None
        body += part
    raw = b"\r\n".join(kept + [b"Connection: close"]) + b"\r\n\r\n" + body
    return method, path, raw, body


def closing(reply):
    """The reply, telling that its connection ends: a client that hopes to use it again would send
    into one that is just closing, and be reset."""
    line, rest = reply.split(b"\r\n", 1)
    return line + b"\r\nConnection: close\r\n" + rest


def written_reply(rule):
    head = [f"HTTP/1.1 {rule.status} Answer", f"Content-Length: {len(rule.body)}"]
    head += [f"{name}: {value}" for name, value in rule.headers.items()]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + rule.body
