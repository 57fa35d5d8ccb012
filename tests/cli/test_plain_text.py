"""Text from outside never moves the reader's cursor."""

from argmap.cli.plain_text import lines, one_line


def test_an_escape_sequence_does_not_reach_the_terminal() -> None:
    assert one_line("a\x1b[31mred\x07") == "a[31mred"


def test_line_breaks_become_spaces() -> None:
    assert one_line("one\n  two\tthree") == "one two three"


def test_text_cannot_turn_the_reading_direction() -> None:
    assert one_line("abc\u202edef") == "abcdef"


def test_letters_that_need_a_joiner_keep_it() -> None:
    assert one_line("می\u200cخواهم") == "می\u200cخواهم"


def test_an_excerpt_keeps_its_lines_and_indents() -> None:
    assert lines("here:\n   ^\x1b") == "here:\n   ^"
