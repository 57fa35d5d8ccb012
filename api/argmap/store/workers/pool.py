"""The workers, from the server's side: it puts questions to them and replaces those that end.

The zygote is the parent of the workers and the only one to end them; this side tells it whom. Everything here
happens on one event loop.
"""

import asyncio
import logging
import signal
import socket
from functools import partial

from argmap.errors import WorkersBusy
from argmap.settings import Limits
from argmap.store.contract import Store
from argmap.store.workers.messages import BORN, DIED, READY, Question
from argmap.store.workers.process import ZygoteProcess
from argmap.store.workers.reply import Reply, Worker
from argmap.store.workers.sandbox import give_back_memory
from argmap.store.workers.turns import Turns

logger = logging.getLogger(__name__)

# A worker that ends before it was ever asked would be followed by another such one at once.
_PAUSE_SECONDS = 0.5
_PATIENCE_SECONDS = 5
_REST_SECONDS = 5.0
# So many slow readers of large results to a worker are waited for, each with a process that holds its result.
_SLOW_READERS = 4
_LONGEST_PAUSE_SECONDS = 30


class Workers:
    """Processes that answer strangers' questions about a copy of a store.

    `killed` (workers that ended by a signal: time, memory, a caller who hung up) and `restarts` (of the
    zygote) count what went wrong so far.
    """

    def __init__(self, store: Store, limits: Limits) -> None:
        self.killed = 0
        self.restarts = 0
        self._store, self._limits = store, limits
        self._turns = Turns(limits)
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._born: set[int] = set()
        self._alive: dict[int, Worker] = {}
        self._welcomes: set[asyncio.Future[None]] = set()
        self._zygote: ZygoteProcess | None = None
        self._leaving: list[Worker] = []
        self._rest: asyncio.TimerHandle | None = None
        self._closed = False

    @property
    def running(self) -> int:
        """How many questions are being answered."""
        return self._turns.running

    @property
    def waiting(self) -> int:
        """How many questions wait for their turn."""
        return self._turns.waiting

    @property
    def workers(self) -> int:
        """How many workers are alive."""
        return len(self._alive)

    @property
    def ready(self) -> bool:
        """Whether questions can be answered now."""
        return bool(self._alive)

    def start(self) -> None:
        """Start the zygote, if it is not there; it loads the data meanwhile."""
        if self._zygote is None and not self._closed:
            self._zygote = ZygoteProcess(self._store, self._limits, self._hear, self._lost)

    async def until_ready(self) -> None:
        """Start, and wait until questions can be answered."""
        self.start()
        self.put_back(await self._idle_worker())

    async def ask(self, question: Question, client: str) -> Reply:
        """Put a question as `client` and return the reply as soon as it begins; it has to be closed.

        Raises TooManyQueries, WorkersBusy, QueryTimeout, QueryTooLarge, QueryFailed, and WorkerFailed for
        what the worker itself has to say.
        """
        self.start()
        await self._turns.take(client)
        give_turn_back = partial(self._give_back, client)
        try:
            worker = await self._free_worker()
        except BaseException:
            give_turn_back()
            raise
        reply = Reply(self, self._limits, worker, give_turn_back)
        try:
            await reply.begin(question)
        except BaseException:
            reply.close()
            raise
        return reply

    async def close(self) -> None:
        """End all workers and the zygote."""
        self._closed = True
        if self._rest is not None:
            self._rest.cancel()
        zygote, self._zygote = self._zygote, None
        if zygote is None:
            return
        zygote.hang_up()
        for worker in self._alive.values():
            worker.writer.close()
        await asyncio.to_thread(zygote.wait)

    def _give_back(self, client: str) -> None:
        self._turns.give_back(client)
        if self._rest is None:
            self._rest = asyncio.get_running_loop().call_later(_REST_SECONDS, self._take_rest)

    def _take_rest(self) -> None:
        """Give back what passing on answers took, once nobody asks any more."""
        self._rest = None
        if not self.running:
            give_back_memory()

    async def _free_worker(self) -> Worker:
        """Return a worker; raise WorkersBusy if none comes, as while the data are being copied."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._idle_worker()
        except TimeoutError as error:
            raise WorkersBusy(self._limits.workers, _PATIENCE_SECONDS) from error

    async def _idle_worker(self) -> Worker:
        while True:
            worker = await self._idle.get()
            if not worker.died.done():
                return worker

    def put_back(self, worker: Worker) -> None:
        """Take a worker back that has answered, for the next question."""
        self._idle.put_nowait(worker)

    def leave(self, worker: Worker) -> None:
        """Replace a worker that has only its reader to wait for; the one that has waited longest may end."""
        self._fork()
        self._leaving = [each for each in self._leaving if not each.died.done()] + [worker]
        if len(self._leaving) > _SLOW_READERS * self._limits.workers:
            self.kill(self._leaving[0])

    def kill(self, worker: Worker) -> None:
        """End a worker, whatever it does; another takes its place."""
        if self._zygote is not None and not worker.died.done():
            self._zygote.kill(worker.process)

    def _fork(self) -> None:
        if self._zygote is not None:
            self._zygote.fork()

    def _hear(self, news: bytes, process: int, status: int, connection: socket.socket | None) -> None:
        if news == READY:
            for _ in range(self._limits.workers):
                self._fork()
        elif news == BORN and connection is not None:
            self._born.add(process)
            welcome = asyncio.ensure_future(self._welcome(process, connection))
            self._welcomes.add(welcome)
            welcome.add_done_callback(self._welcomes.discard)
        elif news == DIED:
            self._mourn(process, status)

    async def _welcome(self, process: int, connection: socket.socket) -> None:
        reader, writer = await asyncio.open_unix_connection(sock=connection)
        if process not in self._born:  # it has ended meanwhile
            writer.close()
            return
        worker = self._alive[process] = Worker(process, reader, writer)
        self.put_back(worker)

    def _mourn(self, process: int, status: int) -> None:
        self._born.discard(process)
        worker = self._alive.pop(process, None)
        if worker is not None:
            worker.died.set_result(status)
            self.killed += status < 0
            worker.writer.close()
        if worker is None or not worker.leaving:
            pause = 0.0 if worker is not None and worker.asked else _PAUSE_SECONDS
            asyncio.get_running_loop().call_later(pause, self._fork)

    def _lost(self) -> None:
        """Start again where the zygote is gone: somebody killed it, or the machine had no memory for it."""
        logger.error("the process that holds the data for SPARQL is gone; it is started again")
        zygote, self._zygote = self._zygote, None
        if zygote is not None:
            zygote.wait()
        for process in list(self._born):
            self._mourn(process, -signal.SIGKILL)
        self.restarts += 1
        asyncio.get_running_loop().call_later(min(self.restarts, _LONGEST_PAUSE_SECONDS), self.start)
