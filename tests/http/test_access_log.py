import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from argmap.http import access_log
from argmap.http.access_log import AccessLog


def _write(log: AccessLog, path: str = "/health", **facts: Any) -> None:
    log.write("GET", path, 200, 12, 0.001234567, facts)


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_bytes().splitlines()]


def test_a_line_tells_what_is_known(tmp_path: Path) -> None:
    log = AccessLog(str(tmp_path / "log"))
    _write(log, client="192.0.2.1", cached=True, query="claims/list")
    [line] = _lines(tmp_path / "log")
    assert datetime.fromisoformat(line.pop("time")).utcoffset() == timedelta(0)
    assert line == {
        "client": "192.0.2.1",
        "method": "GET",
        "path": "/health",
        "status": 200,
        "bytes": 12,
        "seconds": 0.001235,
        "cached": True,
        "query": "claims/list",
    }


@pytest.mark.parametrize("sign", ["\n", "\r", "\x1b[2J", "\u2028", "\x85", '"', "\\", "\ud800", "\0"])
def test_a_path_cannot_write_a_line_of_its_own(tmp_path: Path, sign: str) -> None:
    forged = f'/{sign}{{"status":200}}'
    log = AccessLog(str(tmp_path / "log"))
    _write(log, forged)
    [line] = _lines(tmp_path / "log")
    assert line["path"] == forged
    written = (tmp_path / "log").read_bytes()
    assert written.count(b"\n") == 1
    assert all(32 <= byte < 127 for byte in written[:-1])


def test_an_endless_path_is_cut(tmp_path: Path) -> None:
    _write(AccessLog(str(tmp_path / "log")), "/" * 1_000_000)
    assert (tmp_path / "log").stat().st_size < 2_000


def test_a_log_is_appended_to(tmp_path: Path) -> None:
    for path in ("/a", "/b"):
        _write(AccessLog(str(tmp_path / "log")), path)
    assert [line["path"] for line in _lines(tmp_path / "log")] == ["/a", "/b"]


def test_a_log_that_was_moved_away_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "_LOOK_SECONDS", 0.0)
    log = AccessLog(str(tmp_path / "log"))
    _write(log, "/before")
    (tmp_path / "log").rename(tmp_path / "log.1")
    _write(log, "/after")
    assert [line["path"] for line in _lines(tmp_path / "log.1")] == ["/before"]
    assert [line["path"] for line in _lines(tmp_path / "log")] == ["/after"]


def test_a_log_whose_folder_is_gone_fails_no_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(access_log, "_LOOK_SECONDS", 0.0)
    folder = tmp_path / "folder"
    folder.mkdir()
    log = AccessLog(str(folder / "log"))
    (folder / "log").unlink()
    folder.rmdir()
    _write(log)
    _write(log)
    assert [record.message for record in caplog.records if "access log" in record.message] != []
    assert len(caplog.records) == 1


def test_a_dash_is_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    _write(AccessLog("-"))
    assert json.loads(capfd.readouterr().err)["path"] == "/health"


def test_others_cannot_read_the_log(tmp_path: Path) -> None:
    AccessLog(str(tmp_path / "log"))
    assert os.stat(tmp_path / "log").st_mode & 0o007 == 0
