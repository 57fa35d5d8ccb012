"""What has passed the checks is remembered by a name that tells what was checked."""

from pathlib import Path

from argmap.graph.digest import digest
from argmap.graph.layout import data_files

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"


def test_shared_files_that_only_lie_beside_do_not_pass_for_checked() -> None:
    whole, article = data_files([TINY]), data_files([TINY / "tiny-2020"])
    assert {file.path for file in whole} == {file.path for file in article}
    assert digest(whole) != digest(article)


def test_the_order_of_the_files_makes_no_difference() -> None:
    files = list(data_files([TINY]))
    assert digest(files) == digest(reversed(files))
