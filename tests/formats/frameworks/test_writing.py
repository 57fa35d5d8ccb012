"""Frameworks are written so that what is read again is the same, whatever the names."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from argmap.errors import BadParameter
from argmap.formats.frameworks import FORMATS, read, write
from argmap.model.framework import Framework

LETTERS = some.characters(codec=None)
NAMES = some.text(some.one_of(some.sampled_from("a%#\"'\\ \n\t.,()0AF\u00a0\ud800"), LETTERS), max_size=6)


@some.composite
def frameworks(draw: some.DrawFn) -> Framework:
    """Return a framework whose names are any texts at all."""
    names = draw(some.lists(NAMES, unique=True, max_size=6))
    if not names:
        return Framework()
    ends = some.sampled_from(names)
    return Framework(tuple(names), tuple(draw(some.sets(some.tuples(ends, ends), max_size=8))))


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=600, deadline=None)
@given(frameworks())
@example(Framework(("", "∅", "%E2%88%85", "%", "%2", " 0", "% 0")))
def test_what_is_written_is_read_again_but_for_what_was_renamed(format_: str, framework: Framework) -> None:
    written = write(framework, format_)
    of = {name: written.renamed.get(name, name) for name in framework.arguments}
    again = read(written.text.encode(), f"x.{format_}")
    assert again.framework.arguments == tuple(of.values())
    assert again.framework.attacks == tuple((of[one], of[other]) for one, other in framework.attacks)
    assert not again.texts


def test_tgf_cannot_carry_spaces_and_says_what_it_wrote() -> None:
    written = write(Framework(("a b", "#", "c"), (("a b", "c"),)), "tgf")
    assert written.text == "a%20b\n%23\nc\n#\na%20b c\n"
    assert written.renamed == {"a b": "a%20b", "#": "%23"}


def test_apx_carries_nearly_everything_in_quotes() -> None:
    written = write(Framework(("a", "B c", '"', "no:https://example.org/x", "\x00", "01", "10")), "apx")
    assert written.text.split() == [
        "arg(a).",
        'arg("B',
        'c").',
        'arg("\\"").',
        'arg("no:https://example.org/x").',
        'arg("%00").',
        'arg("01").',
        "arg(10).",
    ]
    assert written.renamed == {"\x00": "%00"}


def test_the_numbered_format_numbers_and_says_so() -> None:
    written = write(Framework(("a", "2"), (("2", "a"),)), "af")
    assert written.text == "p af 2\n2 1\n"
    assert written.renamed == {"a": "1"}


def test_a_format_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(BadParameter, match=r'there is no "graphml"\. There are tgf, apx, af'):
        write(Framework(), "graphml")
