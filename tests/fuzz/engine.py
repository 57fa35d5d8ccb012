"""The engine in a process of its own, and a door that nobody may knock at.

A text that kills the engine kills that process, and a SERVICE that gets through knocks at the door.
"""

import json
import resource
import select
import socket
import subprocess
import sys
import threading
from typing import Any

SECRET = "http://secret/"
HELD = "http://held/"
_MEGABYTES = 3_000


class Door:
    """A socket of this machine that counts who connects."""

    def __init__(self) -> None:
        self.knocks = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            self.knocks += 1
            caller.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class Engine:
    """Asks a query of a small store in another process, which is started anew when a query has killed it."""

    def __init__(self, *, filled: bool = True, seconds: float = 30) -> None:
        self._seconds = seconds
        self._arguments = ["filled"] if filled else []
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, text: str) -> dict[str, Any]:
        """Return `outcome` (answered, syntax, failed, killed or hangs), and `found`: what came back."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], self._seconds)
        reply = self._process.stdout.readline() if ready else ""
        if reply:
            return dict(json.loads(reply))
        self.close()
        self._start()
        return {"outcome": "killed" if ready else "hangs", "found": ""}

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()


def _serve() -> None:
    import pyoxigraph

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_MEGABYTES * 1_000_000,) * 2)
    store = pyoxigraph.Store()
    if "filled" in sys.argv:
        store.update(
            f"INSERT DATA {{ GRAPH <{SECRET}> {{ <x:a> <x:p> 'SECRET' }} }};"
            f"INSERT DATA {{ GRAPH <{HELD}> {{ <x:a> <x:p> '' }} }};"
            "INSERT DATA { <x:a> <x:p> <x:b> }"
        )
    for line in sys.stdin:
        print(json.dumps(_answer(pyoxigraph, store, json.loads(line))), flush=True)


def _answer(pyoxigraph: Any, store: Any, text: str) -> dict[str, str]:
    try:
        result = store.query(text)
        found = str(bool(result)) if isinstance(result, pyoxigraph.QueryBoolean) else str(list(result))
    except SyntaxError as error:
        return {"outcome": "syntax", "found": str(error)}
    except Exception as error:  # noqa: BLE001 (whatever it is, the test wants to know)
        return {"outcome": "failed", "found": str(error)}
    return {"outcome": "answered", "found": found}


if __name__ == "__main__":
    _serve()
