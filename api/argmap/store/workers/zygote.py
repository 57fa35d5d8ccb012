"""The process that holds a copy of the data and forks the workers, so that each starts in no time.

It is a process of its own, started afresh: it has no thread, no connection and no secret of the server's.
Started as `python -m argmap.store.workers.zygote FD LIMITS QUADS`; so many quads come on standard input. On
the socket FD the server writes its orders (`messages.ORDER`) and reads the news (`messages.NEWS`); with the
news of a birth comes the worker's socket. When the server hangs up, everything ends.
"""

import gc
import json
import os
import select
import signal
import socket
import sys

from argmap.settings import Limits
from argmap.store.embedded import EmbeddedStore
from argmap.store.workers.messages import BORN, DIED, FORK, NEWS, ORDER, READY
from argmap.store.workers.sandbox import confine
from argmap.store.workers.worker import work


def main() -> None:
    """Load the data, then fork and bury workers until the server hangs up."""
    control = socket.socket(fileno=int(sys.argv[1]))
    limits = Limits(**json.loads(sys.argv[2]))
    store = EmbeddedStore.load(sys.stdin.buffer)
    if len(store) != int(sys.argv[3]):
        sys.exit("the data came incomplete")
    _close_standard_input()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then hangs up
    gc.freeze()  # what the workers share is not to be touched by their garbage collectors
    Zygote(control, store, limits).run()


def _close_standard_input() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.close(nothing)


class Zygote:
    """The loop of the process, and the workers that are alive."""

    def __init__(self, control: socket.socket, store: EmbeddedStore, limits: Limits) -> None:
        self._control, self._store, self._limits = control, store, limits
        self._alive: set[int] = set()
        # Kept in the object: a socket that nobody holds is closed.
        self._woken, self._wake = socket.socketpair()
        self._wake.setblocking(False)

    def run(self) -> None:
        """Follow orders until there is nobody to give any."""
        signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda number, where: None)
        try:
            self._tell(READY, os.getpid(), 0)
            while self._step():
                pass
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            signal.set_wakeup_fd(-1)
            for process in self._alive:
                os.kill(process, signal.SIGKILL)

    def _step(self) -> bool:
        readable, _, _ = select.select([self._control, self._woken], [], [])
        if self._woken in readable:
            self._woken.recv(4096)
            self._bury()
        if self._control in readable:
            order = self._control.recv(ORDER.size, socket.MSG_WAITALL)
            if len(order) < ORDER.size:
                return False
            self._follow(*ORDER.unpack(order))
        return True

    def _follow(self, order: bytes, process: int) -> None:
        if order == FORK:
            self._fork()
        elif process in self._alive:  # one that has been buried may have passed its number on
            os.kill(process, signal.SIGKILL)

    def _fork(self) -> None:
        ours, theirs = socket.socketpair()
        process = os.fork()
        if process == 0:
            self._live(theirs)
        theirs.close()
        self._alive.add(process)
        self._tell(BORN, process, 0, ours)
        ours.close()

    def _live(self, connection: socket.socket) -> None:
        """Be a worker, and end without going back."""
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            _keep_only(connection)
            confine(self._limits.megabytes, self._limits.seconds)
            work(connection, self._store, self._limits)
        except BaseException:  # noqa: BLE001 (whatever it is, this copy of the zygote must not live on)
            os._exit(1)
        os._exit(0)

    def _bury(self) -> None:
        while self._alive:
            process, status = os.waitpid(-1, os.WNOHANG)
            if process == 0:
                return
            self._alive.discard(process)
            self._tell(DIED, process, os.waitstatus_to_exitcode(status))

    def _tell(self, news: bytes, process: int, status: int, passed: socket.socket | None = None) -> None:
        body = NEWS.pack(news, process, status)
        if passed is None:
            self._control.sendall(body)
        else:
            socket.send_fds(self._control, [body], [passed.fileno()])


def _keep_only(connection: socket.socket) -> None:
    """Close every descriptor but the connection; what is said on the standard ones goes nowhere."""
    kept = connection.fileno()
    os.closerange(3, kept)
    os.closerange(kept + 1, 256)  # the zygote never has more than a dozen
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)


if __name__ == "__main__":
    main()
