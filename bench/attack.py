"""Hostile clients: `python -m bench.attack HOST PORT KIND COUNT SECONDS` is COUNT of them at once.

What they got is printed as JSON: how often which status, or what else became of a request.
"""

import http.client
import json
import os
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from urllib.parse import urlencode

Once = Callable[[], str]
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_SUPPORTS = "<https://w3id.org/argmap/ontology#supportedBy>"
_ANY = "(!<x:y>|^(!<x:y>))"


def _pattern(name: str) -> str:
    return f"?{name}s ?{name}p ?{name}o"


def _growing() -> str:
    """Return a query whose literals grow ninefold with each step, to 400 MB."""
    steps = [f"BIND(CONCAT({', '.join([f'?x{n}'] * 9)}) AS ?x{n + 1})" for n in range(5)]
    return f"SELECT ?x5 {{ BIND('{'a' * 7000}' AS ?x0) {' '.join(steps)} }}"


QUERIES: dict[str, str] = {
    "cartesian products": f"SELECT (COUNT(*) AS ?n) {{ {' . '.join(map(_pattern, 'abcde'))} }}",
    "deep property paths": f"SELECT (COUNT(*) AS ?n) {{ ?a (({_SUPPORTS}|^{_SUPPORTS})*/{_ANY}*)* ?b }}",
    "giant unions": f"SELECT * {{ {' UNION '.join(['{ ?s ?p ?o . ?o ?q ?r }'] * 200)} }} ORDER BY ?r",
    "10 kB of !": f"ASK {{ FILTER({'!' * 10_000}true) }}",
    "groups of 500 patterns": f"ASK {{ {' . '.join(f'?s{n} ?p{n} ?s{n + 1}' for n in range(500))} }}",
    "groups of 99 patterns": f"ASK {{ {' . '.join(f'?s ?p{n} ?o{n}' for n in range(99))} }}",
    "backtracking regex": f"ASK {{ {_pattern('a')} . {_pattern('b')} "
    "FILTER(REGEX(CONCAT(STR(?ao), STR(?bo)), '^(([a-z])+.)+[A-Z]([a-z])+$(a|aa)+b')) }",
    "millions of rows": f"SELECT * {{ {_pattern('a')} . {_pattern('b')} }}",
    "huge literals": _growing(),
    "much memory": f"SELECT ?n {{ {_pattern('a')} . {_pattern('b')} "
    "BIND(CONCAT(STR(?as), STR(?bs)) AS ?n) } ORDER BY ?n",
    "no SPARQL": "SELECT * { " + "(" * 5000,
}


# What takes long, of each of the claims in turn; the first is asked by POST.
REST = {
    "what-ifs": "/api/v1/what-if",
    "explanations": "/api/v1/claims/{}/explanation",
    "traces": "/api/v1/claims/{}/trace",
    "impacts": "/api/v1/sources/african-rights-1994/impact",
    "load-bearing": "/api/v1/audits/load-bearing",
    "audits": "/api/v1/audits/notes",
    "frameworks": "/api/v1/frameworks/kuperman-1996",
    "long lists": "/api/v1/assessments?limit=1000",
}


class Target:
    """The server, as a hostile client uses it."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._number = count()
        self._claims = list[str]()

    def ask(self, query: str) -> str:
        """Send a query, read all of the answer, and say how it ended."""
        connection = http.client.HTTPConnection(*self._address, timeout=60)
        try:
            connection.request("POST", "/sparql", urlencode({"query": query}), _FORM)
            answer = connection.getresponse()
            while answer.read(1_000_000):
                pass
            return str(answer.status) + (" truncated" if answer.headers["Truncated"] else "")
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
        finally:
            connection.close()

    def rest(self, path: str) -> str:
        """Ask about another claim each time, and for another host, so that no finished answer fits."""
        number, claims = next(self._number), self.claims()
        host = {"Host": f"{os.getpid()}-{number}.example"}
        claim = claims[number % len(claims)]
        connection = http.client.HTTPConnection(*self._address, timeout=60)
        try:
            if path == REST["what-ifs"]:
                supposed = {"article": "kuperman-1996", "withdraw": [claim]}
                connection.request(
                    "POST", path, json.dumps(supposed), {**host, "Content-Type": "application/json"}
                )
            else:
                connection.request("GET", path.format(claim.replace("/claim/", "/")), headers=host)
            answer = connection.getresponse()
            answer.read()
            return str(answer.status)
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
        finally:
            connection.close()

    def claims(self) -> list[str]:
        """Return the claims of the article: `kuperman-1996/claim/…`."""
        if not self._claims:
            connection = http.client.HTTPConnection(*self._address, timeout=60)
            connection.request("GET", "/api/v1/claims?article=kuperman-1996&limit=1000")
            items = json.loads(connection.getresponse().read())["items"]
            connection.close()
            self._claims = [item["id"].split("/id/")[1] for item in items]
        return self._claims

    def half_sent(self) -> str:
        """Begin a request and say no more until the server hangs up."""
        with suppress(OSError), socket.create_connection(self._address, 60) as connection:
            kind = f"Content-Type: {_FORM['Content-Type']}\r\nContent-Length: 1000\r\n\r\n"
            connection.sendall(f"POST /sparql HTTP/1.1\r\nHost: here\r\n{kind}query=".encode())
            return connection.recv(100).split(b"\r\n")[0].decode() or "hung up on"
        return "hung up on"

    def slow_reader(self) -> str:
        """Ask for many rows and read 200 bytes a second, for five seconds."""
        body = urlencode({"query": f"SELECT * {{ {_pattern('a')} . {_pattern('b')} }} LIMIT 50000"})
        fields = "".join(
            f"{name}: {value}\r\n"
            for name, value in {"Host": "here", "Content-Length": len(body), **_FORM}.items()
        )
        with suppress(OSError), socket.create_connection(self._address, 60) as connection:
            connection.sendall(f"POST /sparql HTTP/1.1\r\n{fields}\r\n{body}".encode())
            for _ in range(100):
                if not connection.recv(10):
                    return "hung up on"
                time.sleep(0.05)
            return "read on"
        return "hung up on"


def kinds(target: Target) -> dict[str, Once]:
    """Return what each kind of client does, again and again."""
    mixed, number = list(QUERIES.values()), count()
    return {
        **{name: lambda query=query: target.ask(query) for name, query in QUERIES.items()},
        **{name: lambda path=path: target.rest(path) for name, path in REST.items()},
        "slow readers": target.slow_reader,
        "half-sent requests": target.half_sent,
        "all of them, 200 at once": lambda: target.ask(mixed[next(number) % len(mixed)]),
    }


def attack(once: Once, clients: int, seconds: float) -> dict[str, int]:
    """Have `clients` do the same for `seconds`; return what they got."""
    end, seen, lock = time.monotonic() + seconds, Counter[str](), threading.Lock()

    def work() -> None:
        while time.monotonic() < end:
            status = once()
            with lock:
                seen[status] += 1

    threads = [threading.Thread(target=work, daemon=True) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, end + 5 - time.monotonic()))
    with lock:
        return dict(seen.most_common())


def main() -> None:
    host, port, kind, clients, seconds = sys.argv[1:]
    os.nice(19)  # clients of that kind run on machines of their own
    print(json.dumps(attack(kinds(Target(host, int(port)))[kind], int(clients), float(seconds))))


if __name__ == "__main__":
    main()
