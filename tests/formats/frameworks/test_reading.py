"""Files in TGF, APX and the numbered format: what is read, and where what is no framework goes wrong."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from argmap.errors import InputError
from argmap.formats.frameworks import FORMATS, read, text
from argmap.model.framework import Framework

AB = Framework(("a", "b"), (("a", "b"),))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a\nb\n#\na b\n", id="plain"),
        pytest.param("\ufeffa\r\nb\r\n#\r\na b\r\n", id="CRLF and a byte order mark"),
        pytest.param("a\rb\r#\ra b", id="old line breaks"),
        pytest.param("\n  a \n\tb\n\n # \n\n a\t  b  \n\n", id="white space"),
        pytest.param("a\nb\na\n#\na b\na b\n", id="said twice"),
        pytest.param("a\nb\n#\na b because\n", id="a label on an attack"),
    ],
)
def test_tgf_is_read_however_it_is_laid_out(content: str) -> None:
    assert read(content.encode(), "x.tgf").framework == AB


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("arg(a).\narg(b).\natt(a,b).\n", id="plain"),
        pytest.param("arg(a).arg(b).att(a,b).", id="one line"),
        pytest.param("\ufeffarg(a).\r\narg(b).\r\natt(a,b).\r\n", id="CRLF and a byte order mark"),
        pytest.param(" arg ( a ) .\n\targ(\nb\n)\n.att( a , b ).", id="white space"),
        pytest.param("% of two\narg(a). % one\narg(b).%\natt(a, % by a\nb).", id="comments"),
        pytest.param("%* arg(c).\n * % *% arg(a %* x *% ).arg(b).att(a,b).", id="long comments"),
        pytest.param("arg(a).arg(a).arg(b).att(a,b).att(a,b).", id="said twice"),
        pytest.param("arg(a).att(a,b).arg(b).", id="any order"),
        pytest.param("arg('a').arg(b).att('a',b).", id="single quotes"),
        pytest.param('arg("a").arg("b").att("a","b").', id="double quotes"),
    ],
)
def test_apx_is_read_however_it_is_laid_out(content: str) -> None:
    assert read(content.encode(), "x.apx").framework == AB


def test_the_numbered_format_is_read() -> None:
    found = read(b"# three\np af 3\n# by the first\n1 2\r\n\n 3  3 \n1 2\n", "x.af").framework
    assert found == Framework(("1", "2", "3"), (("1", "2"), ("3", "3")))


def test_labels_behind_names_are_kept() -> None:
    found = read(b"1 the bridge saves time\n2\n#\n1 2\n", "x.tgf")
    assert found.framework.arguments == ("1", "2")
    assert found.texts == {"1": "the bridge saves time"}


def test_names_in_quotes_may_hold_anything() -> None:
    found = read(rb'arg("a b, (c). % \" \\ \n").', "x.apx").framework
    assert found.arguments == ('a b, (c). % " \\ \n',)


def test_a_tgf_of_names_alone_has_no_attacks() -> None:
    assert read(b"a\nb", "x.tgf").framework == Framework(("a", "b"))


def test_nothing_at_all_is_the_empty_framework() -> None:
    assert read(b"", "x.tgf").framework == read(b"\n", "x.apx").framework == Framework()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"a\nb\n#\na b\n", "x.txt"),
        (b"% facts\narg(a).arg(b).att(a,b).", "-"),
        (b"a\nb\n#\na b\n", "X.TGF"),
        ("a\nb\n#\na b\n".encode("utf-16"), "x.tgf"),
    ],
)
def test_the_format_is_told_by_the_name_or_the_beginning(content: bytes, name: str) -> None:
    assert read(content, name).framework == AB
    assert read(b"p af 2\n1 2", "-").framework.attacks == (("1", "2"),)


def test_the_format_can_be_said() -> None:
    assert read(b"arg(a).", "x.apx", "tgf").framework.arguments == ("arg(a).",)


@pytest.mark.parametrize(
    ("file", "content", "place", "said"),
    [
        ("x.tgf", "a\nb\n#\na b\na  c\n", "5:4", 'there is no argument "c"'),
        ("x.tgf", "a\n#\nc a\n", "3:1", 'there is no argument "c"'),
        ("x.tgf", "a\nb\n#\na\n", "4:1", '"a" stands alone'),
        ("x.tgf", "a\nb\na b\n", "3:3", 'there is no line "#"'),
        ("x.tgf", "a\n#\n#\n", "3:1", 'there is a second line that begins with "#"'),
        ("x.tgf", "a\n#b\n", "2:1", '"#b" begins with "#"'),
        ("x.tgf", "a x\na y\n#\n", "2:1", 'the argument "a" is there twice, with different labels'),
        ("x.tgf", "a\nb\x00\n", "2:2", "there is a control character, U+0000"),
        ("x.apx", "arg(a).\natt(a,\nc).", "2:1", 'there is no argument "c"'),
        ("x.apx", "arg(a).\n arg(b", "2:7", 'the text ends where "," or ")" should'),
        ("x.apx", "arg(a)", "1:7", 'the text ends where "." should'),
        ("x.apx", "arg(a) arg(b).", "1:8", '"a" stands where "." should'),
        ("x.apx", "arg(a,b).", "1:1", "arg has 2 names, not 1"),
        ("x.apx", "arg(a).\natt(a).", "2:1", "att has 1 name, not 2"),
        ("x.apx", "arg(a).\nsupport(a,a).", "2:1", '"support" stands where arg(…) or att(…, …) should'),
        ("x.apx", "arg(f(a)).", "1:6", '"(" stands where "," or ")" should'),
        ("x.apx", "arg(a;b).", "1:6", '";" stands where "," or ")" should'),
        ("x.apx", "arg(1..9).", "1:6", '"." stands where "," or ")" should'),
        ("x.apx", "arg(a).\n %* b", "2:2", "this comment does not end"),
        ("x.apx", 'arg("a).', "1:5", '""" stands where a name should'),
        ("x.apx", 'arg(a).arg("a").', "1:12", '"a" is here with and without quotes'),
        ("x.af", "p af 2\n1 3\n", "2:3", "there is no argument 3"),
        ("x.af", "p af 2\n0 1\n", "2:1", "there is no argument 0"),
        ("x.af", "p af 2\n1\n", "2:1", "this line is not two numbers"),
        ("x.af", "p af two\n", "1:1", 'the first line is not "p af" with the number of arguments'),
        ("x.af", "", "1:1", 'the first line is not "p af" with the number of arguments'),
    ],
)
def test_what_is_no_framework_is_refused_with_its_place(
    file: str, content: str, place: str, said: str
) -> None:
    with pytest.raises(InputError) as refused:
        read(content.encode(), file)
    assert str(refused.value).startswith(f"{file}:{place}: {said}")
    assert refused.value.remedy


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="byte 3 is no text in UTF-8"):
        read(b"a\n\xff\n", "x.tgf")


@pytest.mark.parametrize(
    ("file", "content"),
    [("x.af", b"p af 999999999999\n"), ("x.tgf", b"a\nb\nc\n"), ("x.apx", b"arg(a).arg(b).arg(c).")],
)
def test_too_many_arguments_are_refused(file: str, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_ARGUMENTS", 2)
    with pytest.raises(InputError, match="it has more than 2 arguments"):
        read(content, file)


@pytest.mark.parametrize("content", [b"a\n#\na a\n", b"arg(a).att(a,a).", b"p af 1\n1 1"])
def test_too_many_attacks_and_bytes_are_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_ATTACKS", 0)
    with pytest.raises(InputError, match="it has more than 0 attacks"):
        read(content, "-")
    monkeypatch.setattr(text, "MOST_BYTES", 4)
    with pytest.raises(InputError, match="it has more than 4 bytes"):
        read(content, "-")


LONG = 100_000


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("arg(" * LONG, id="nested"),
        pytest.param("%*" * LONG, id="comments that begin"),
        pytest.param("arg(a%*" + "*" * LONG, id="a comment that does not end"),
        pytest.param('arg("' + "\\" * (LONG + 1), id="backslashes"),
        pytest.param("a " * LONG, id="words"),
        pytest.param("arg(" + "a" * LONG, id="a name"),
        pytest.param("#\n" + "a" * LONG, id="a name behind #"),
        pytest.param("arg(a" + " " * LONG, id="white space"),
        pytest.param("p af 1\n" + " 1" * LONG, id="numbers"),
    ],
)
@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_lengths_and_depths_are_read_or_refused_in_few_words(content: str, format_: str) -> None:
    found = outcome(content.encode(), "x", format_)
    assert isinstance(found, Framework) or len(str(found)) < 400


PIECES = ["arg", "att", "(", ")", ",", ".", "#", "\n", "p af 2", "1 2", "a", "b ", '"', "\\", "%", "*", "'"]


@settings(max_examples=1500, deadline=None)
@given(
    some.one_of(
        some.binary(max_size=60),
        some.lists(some.sampled_from(PIECES)).map(lambda each: "".join(each).encode()),
    ),
    some.sampled_from(["x.tgf", "x.apx", "x.af", "x"]),
)
@example(b"\xff\xfea", "x")
@example(b"\xef\xbb\xbf#", "x.tgf")
def test_any_bytes_are_a_framework_or_an_input_error(content: bytes, file: str) -> None:
    found = outcome(content, file)
    assert isinstance(found, Framework) or str(found).startswith(file)


def outcome(content: bytes, file: str, format_: str | None = None) -> Framework | InputError:
    """Return what is read, or why not; no other error is caught."""
    try:
        return read(content, file, format_).framework
    except InputError as error:
        return error
