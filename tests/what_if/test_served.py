"""What-ifs over HTTP: what an answer says, in which forms, and how many are answered at once."""

import asyncio
import csv
import io
import json
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.serving import running

from argmap.errors import DisputeTooLarge
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.what_if import answering
from argmap.graph.what_if.answering import what_if
from argmap.graph.what_if.wanted import read
from argmap.http.app import create_app
from argmap.settings import Limits, Settings
from argmap.vocabulary import short

A = "kuperman-1996"
PATH = "/api/v1/what-if"
BODY = {"article": A, "withdraw": ["source/african-rights-1994"]}
THESIS = f"{A}/claim/mediators-can-provoke-tragedy"
SAID = f"{A}/evidence/rugenera-saw-great-pressure"


def ask(client: httpx.Client, body: object = BODY, **headers: str) -> Any:
    answer = client.post(PATH, json=body, headers=headers)
    assert answer.status_code == 200
    return answer.json()


def test_what_is_supposed_comes_back_as_things(client: httpx.Client) -> None:
    body = {
        "article": A,
        "withdraw": ["agent/african-rights"],
        "assume": [SAID],
        "attacks": [{"attackingStatement": SAID, "attackedElement": THESIS}],
        "semantics": "preferred",
    }
    found = ask(client, body)
    assert found["article"]["type"] == "Article"
    assert [each["label"] for each in found["withdrawn"]] == ["African Rights"]
    assert "source/african-rights-1994" in {short(each["id"]) for each in found["withdrawnWith"]}
    assert [(short(each["id"]), each["after"]) for each in found["assumed"]] == [(SAID, "in")]
    assert found["attacks"][0]["attackedElement"]["label"] == "Mediators can provoke tragedy"
    assert (found["semantics"], found["reading"], found["preferences"]) == ("preferred", "structured", "none")
    assert len(found["dataset"]["digest"]) == 64


def test_a_lost_source_takes_what_rests_on_it_alone(client: httpx.Client) -> None:
    found = ask(client)
    items = {short(item["id"]): item for item in found["items"]}
    assert (items[SAID]["before"], items[SAID]["after"]) == ("in", "out")
    assert [(each["as"], short(each["id"])) for each in items[SAID]["because"]] == [
        ("source", "source/african-rights-1994")
    ]
    assert [(short(each["id"]), each["after"]) for each in found["theses"]] == [(THESIS, "in")]


def test_an_attack_that_nothing_answers_takes_the_thesis(client: httpx.Client) -> None:
    attack = {"attackingStatement": SAID, "attackedElement": THESIS}
    found = ask(client, {"article": A, "attacks": [attack]})
    assert short(found["items"][0]["id"]) == THESIS
    assert "addedAttack" in {each["as"] for each in found["items"][0]["because"]}
    assert found["attacks"][0]["after"] == "in"


def test_a_statement_that_attacks_itself_stands_neither_way(client: httpx.Client) -> None:
    attack = {"attackingStatement": THESIS, "attackedElement": THESIS}
    assert ask(client, {"article": A, "attacks": [attack]})["theses"][0]["after"] == "undecided"


def test_where_there_is_no_extension_the_answer_says_so(client: httpx.Client) -> None:
    attack = {"attackingStatement": THESIS, "attackedElement": THESIS}
    found = ask(client, {"article": A, "attacks": [attack], "semantics": "stable"})
    assert found["withoutExtension"] == {"before": False, "after": True}
    assert found["counts"]["statementsAfter"]["in"] == 0


def test_an_author_goes_with_the_works_that_are_hers(client: httpx.Client) -> None:
    by_author = ask(client, {"article": A, "withdraw": ["agent/african-rights"]})
    works = [short(each["id"]) for each in by_author["withdrawnWith"] if "/source/" in each["id"]]
    assert ask(client, {"article": A, "withdraw": works})["items"] == by_author["items"]


def test_nothing_supposed_changes_nothing(client: httpx.Client) -> None:
    found = ask(client, {"article": A})
    assert (found["items"], found["counts"]["changed"]["statements"]) == ([], 0)
    assert found["counts"]["statementsBefore"] == found["counts"]["statementsAfter"]


def test_an_iri_and_its_short_form_are_the_same(client: httpx.Client) -> None:
    in_full = {
        "article": f"https://w3id.org/argmap/id/{A}",
        "withdraw": ["https://w3id.org/argmap/id/" + SAID],
    }
    assert ask(client, in_full) == ask(client, {"article": A, "withdraw": [SAID]})


def test_what_may_be_missing_in_lost_text_is_told(client: httpx.Client) -> None:
    found = ask(client, {"article": A, "withdraw": ["source/un-charter"]})
    assert [each["noteNumber"] for each in found["citedWhereTextIsLost"]] == [32]


def test_an_author_of_nothing_cited_takes_nothing(client: httpx.Client) -> None:
    found = ask(client, {"article": A, "withdraw": ["agent/marc-rugenera"]})
    (agent,) = found["authorsOfNothingCited"]
    assert SAID in {short(each["id"]) for each in agent["attributed"]}
    assert found["items"] == []


def test_a_row_of_the_table_is_a_change(client: httpx.Client) -> None:
    answer = client.post(PATH, json=BODY, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == [item["id"] for item in ask(client)["items"]]
    row = next(row for row in rows if row["id"].endswith(SAID))
    assert row["because"].startswith("its source is withdrawn: Rwanda")
    assert client.post(f"{PATH}.csv", json=BODY).text == answer.text


def test_an_answer_is_kept_nowhere_and_any_page_may_read_it(client: httpx.Client) -> None:
    answer = client.post(PATH, json=BODY, headers={"Origin": "https://example.org"})
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert answer.headers["access-control-allow-origin"] == "*"
    preflight = client.options(PATH)
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "Content-Type" in preflight.headers["access-control-allow-headers"]


def test_the_examples_of_the_description_are_answered(client: httpx.Client) -> None:
    operation = client.get("/openapi.json").json()["paths"][PATH]["post"]
    examples = operation["requestBody"]["content"]["application/json"]["examples"].values()
    assert len(examples) == 2
    assert all(ask(client, each["value"])["finished"] for each in examples)


def test_what_takes_too_long_tells_no_label(shipped: ArgumentMap) -> None:
    attack = {"attackingStatement": THESIS, "attackedElement": THESIS}
    found = what_if(shipped, read({"article": A, "attacks": [attack], "semantics": "preferred"}), 1e-9)
    assert not found["finished"]
    assert found["unfinished"] == "it takes more than 1e-09 seconds"
    assert (found["items"], found["theses"], "counts" in found) == ([], [], False)
    assert found["attacks"][0]["after"] is None


class Slow:
    """What-ifs that wait until they are let go; `most` is how many ran at once."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.running = self.most = 0

    def __call__(self, *_: object) -> dict[str, Any]:
        self.running += 1
        self.most = max(self.most, self.running)
        self.go.wait(30)
        self.running -= 1
        return {"items": [], "finished": True}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Put slow what-ifs in the place of others."""
    found = Slow()
    monkeypatch.setattr(answering, "what_if", found)
    return found


def test_more_than_may_wait_are_sent_away_and_nobody_else(shipped: ArgumentMap, slow: Slow) -> None:
    settings = Settings(what_ifs=1, what_if_seconds=3, limits=Limits(queue=1))
    third, others, beside = asyncio.run(_crowd(shipped, settings, slow))
    assert (third.status_code, third.headers["retry-after"]) == (503, "3")
    assert third.json()["type"].endswith("/busy")
    assert [each.status_code for each in others] == [200, 200]
    assert beside.status_code == 200


def test_one_client_has_only_so_many_waiting(shipped: ArgumentMap, slow: Slow) -> None:
    settings = Settings(what_ifs=2, limits=Limits(client_queue=1))
    third, others, _ = asyncio.run(_crowd(shipped, settings, slow))
    assert (third.status_code, third.headers["retry-after"]) == (429, "10")
    assert [each.status_code for each in others] == [200, 200]


def test_who_hangs_up_gives_the_place_in_the_queue_back_but_not_the_turn(
    shipped: ArgumentMap, slow: Slow
) -> None:
    assert asyncio.run(_hanging_up(shipped, Settings(what_ifs=1, limits=Limits(queue=1)), slow)) == [200, 503]


async def _crowd(
    graph: ArgumentMap, settings: Settings, slow: Slow
) -> tuple[httpx.Response, list[httpx.Response], httpx.Response]:
    """Ask three times at once: the third, then the others, and what was asked beside them."""
    async with _inside(graph, settings) as client:
        others = [asyncio.create_task(client.post(PATH, json=BODY)) for _ in range(2)]
        await _begun(slow)
        third = await client.post(PATH, json=BODY)
        beside = await client.get("/api/v1/articles")
        slow.go.set()
        return third, list(await asyncio.gather(*others)), beside


async def _hanging_up(graph: ArgumentMap, settings: Settings, slow: Slow) -> list[int]:
    async with _inside(graph, settings) as client:
        first, second = (asyncio.create_task(client.post(PATH, json=BODY)) for _ in range(2))
        await _begun(slow)
        for each in (first, second):
            each.cancel()
        await asyncio.sleep(0.1)
        waiting = asyncio.create_task(client.post(PATH, json=BODY))
        await asyncio.sleep(0.1)
        refused = await client.post(PATH, json=BODY)
        assert slow.running == slow.most == 1
        slow.go.set()
        return [(await waiting).status_code, refused.status_code]


def _inside(graph: ArgumentMap, settings: Settings) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(create_app(graph, settings))
    return httpx.AsyncClient(transport=transport, base_url="http://argmap.example", timeout=60)


async def _begun(slow: Slow) -> None:
    """Wait until a what-if runs, and whatever else was sent has come in."""
    while not slow.running:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)


def test_a_token_is_asked_for_and_the_answer_is_logged(shipped: ArgumentMap, tmp_path: Path) -> None:
    log = tmp_path / "access.jsonl"
    settings = Settings(port=0, token="a-token-of-some-length", access_log=str(log))
    with running(shipped, settings) as root:
        assert httpx.post(root + PATH, json=BODY).status_code == 401
        with_token = {"Authorization": "Bearer a-token-of-some-length"}
        assert httpx.post(root + PATH, json=BODY, headers=with_token, timeout=60).status_code == 200
        metrics = httpx.get(f"{root}/metrics", headers=with_token).text
    assert f'argmap_requests_total{{method="POST",route="{PATH}",status="200"}} 1.0' in metrics
    logged = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [(each["status"], each.get("route")) for each in logged[:2]] == [(401, None), (200, PATH)]


def test_a_dispute_that_is_too_large_to_be_read_so_is_told(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_large(*_: object) -> None:
        raise DisputeTooLarge(10, 4)

    monkeypatch.setattr(answering, "what_if", too_large)
    answer = client.post(PATH, json=BODY)
    assert (answer.status_code, answer.json()["most"], answer.json()["largest"]) == (422, 10, 4)
