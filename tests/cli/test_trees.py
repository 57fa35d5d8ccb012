"""Trees: guides in a pipe, rich's on a terminal."""

from io import BytesIO, StringIO, TextIOWrapper

from tests.cli.terminal import on_terminal

from argmap.cli import trees
from argmap.cli.trees import Branch

NOTE = Branch("Footnote", "note 1", ("p. 2",), "a/footnote/1")
TREE = Branch(
    "Claim", "It holds", (), "a/claim/x", (Branch("Argument", "", (), "", (NOTE,)), Branch("Evidence", "e"))
)


def test_a_pipe_gets_one_line_a_branch() -> None:
    out = StringIO()
    trees.show(TREE, out)
    assert out.getvalue().splitlines() == [
        "Claim: It holds [a/claim/x]",
        "├── Argument",
        "│   └── Footnote: note 1 (p. 2) [a/footnote/1]",
        "└── Evidence: e",
    ]


def test_a_stream_without_the_guides_gets_ascii() -> None:
    written = BytesIO()
    out = TextIOWrapper(written, encoding="ascii")
    trees.show(TREE, out)
    out.flush()
    assert written.getvalue().decode("ascii").splitlines()[1:3] == [
        "|-- Argument",
        "|   `-- Footnote: note 1 (p. 2) [a/footnote/1]",
    ]


def test_a_terminal_gets_the_same_words_within_its_width() -> None:
    with on_terminal(columns=40) as terminal:
        trees.show(Branch("Claim", "[red]word " * 20, ("p. 1",), "a/claim/x"))
    assert max(map(len, terminal.screen)) <= 40
    assert "".join(terminal.screen).count("[red]word") == 20


def test_no_escape_sequence_of_the_data_is_drawn() -> None:
    out = StringIO()
    trees.show(Branch("Claim", "x\x1b]0;title\x07"), out)
    assert "\x1b" not in out.getvalue()
