"""A trace as Markdown and as CSV."""

import csv
import io

from tests.formats.trace.reading import EDGES, MAP, UPWARDS, support, trace

from argmap.formats.trace.table import COLUMNS


def markdown(root: str, data: str) -> list[str]:
    return trace(root, data).markdown().decode().splitlines()


def markdown_up(root: str, data: str) -> list[str]:
    return trace(root, data, UPWARDS).markdown().decode().splitlines()


def rows(root: str, data: str, *edges: str) -> list[dict[str, str]]:
    made = trace(root, data, edges) if edges else trace(root, data)
    return list(csv.DictReader(io.StringIO(made.csv().decode(), newline="")))


def test_markdown_is_a_nested_list_that_can_be_pasted() -> None:
    link = "https://w3id.org/argmap/id"
    assert markdown("c", MAP)[2:10] == [
        f"[Claim](<{link}/c>): It rained. (Ann; p. 3, para. 7)",
        "",
        "5 paths, 2 notes, 1 statement, 2 works.",
        "",
        f"- [n. 2](<{link}/n2>)",
        "  - Bo Drop, *Wet* (1990), 1. (by ibid.; known for the note only: the note holds several "
        "references, the marker stands at the end of the paragraph)",
        "  - *Dry* (1991), 8. (known for the note only: it is cited for another statement, the note holds "
        "several references, the marker stands at the end of the paragraph)",
        f"- rests on [Testimony](<{link}/e>): I got wet. (p. 3 or 4)",
    ]


def test_markdown_ends_with_what_to_cite() -> None:
    assert markdown("c", MAP)[-1] == (
        f"Cite as <https://w3id.org/argmap/id/c/trace>; data SHA-256 `{'0' * 64}`."
    )


def test_markdown_has_the_place_where_the_style_has_none() -> None:
    lines = trace("c", MAP, EDGES, "apa").markdown().decode().splitlines()
    assert "  - Drop, B. (1990). *Wet*. (p. 1; by ibid.; known" in "\n".join(lines)
    assert "    - *Dry*. (1991). (p. 9; cited; second hand)" in lines
    assert "(p. " not in "".join(line for line in markdown("c", MAP) if "Wet" in line)


def test_a_volume_is_traced_over_the_works_in_it() -> None:
    data = ':v a am:Source , am:Book ; am:title "Weather" . :dry am:containedIn :v .' + MAP
    assert [line.split("](")[0] for line in markdown_up("v", data)[6:8]] == [
        "- contains [Book",
        "  - cited as [Full reference",
    ]
    row = rows("v", data, *UPWARDS)[1]
    assert (row["thing"][-1], row["source"][-3:], row["statement"][-1]) == ("v", "dry", "e")


def test_a_statement_in_a_note_without_references_only_stands_there() -> None:
    data = """
        :n a am:Footnote ; am:noteNumber 1 .
        :p am:inNote :n .
        :a a am:Statement , am:Claim ; am:text "A" ; am:locatedIn :n .
    """
    assert "precision" not in trace("n", data, UPWARDS).document["hops"][0]
    assert "known for the note only" not in "".join(markdown_up("n", data))


def test_a_statement_met_again_is_not_written_out_twice() -> None:
    text = markdown("a", support([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e")]))
    assert [line for line in text if ": d" in line and "continued above" in line]
    assert len([line for line in text if line.endswith(": e")]) == 1


def test_text_from_outside_makes_no_marks_in_markdown() -> None:
    hostile = "<script>alert(1)</script> [x](javascript:y) ![i](j) **b** `c` # h &lt; \\\\u001b"
    data = f':a a am:Statement , am:Claim ; rdfs:label "*L*\\n# two" ; am:text "{hostile}" .'
    text = "\n".join(markdown("a", data))
    assert text.startswith("# Trace: \\*L\\* \\# two\n")
    assert "\\<script\\>" in text
    assert "\\[x\\](javascript:y) !\\[i\\](j) \\*\\*b\\*\\* \\`c\\` \\# h \\&lt;" in text
    assert "\x1b" not in text


def test_a_thing_without_paths_says_so_in_markdown() -> None:
    assert "No path leads on from it." in markdown("a", ':a a am:Statement , am:Claim ; am:text "A" .')


def test_csv_has_a_row_a_path_with_the_same_columns_both_ways() -> None:
    down, up = rows("c", MAP), rows("dry", MAP, *UPWARDS)
    assert tuple(down[0]) == tuple(up[0]) == COLUMNS
    assert [(row["path"], row["noteNumber"], row["inherited"]) for row in down] == [
        ("1", "2", "false"),
        ("2", "2", "false"),
        ("3", "1", "true"),
        ("4", "2", "true"),
        ("5", "2", "true"),
    ]
    assert (down[2]["statement"][-1], down[2]["printedNumber"], down[2]["locator"]) == ("e", "9", "p. 1")
    assert (down[4]["precision"], down[4]["secondHand"], down[4]["citationText"]) == (
        "citation",
        "true",
        "Dry (1991), 9.",
    )
    assert [row["precision"] for row in up] == ["note", "citation"]
    assert [row["text"] for row in up] == ["It rained.", "I got wet."]
    reached = [(row["reached"][-1], row["reachedText"], row["reachedSpeaker"]) for row in up]
    assert reached == [("c", "It rained.", "Ann")] * 2
    assert {row["reachedStance"] for row in up} == {"endorsed"}
    assert [row["reached"] for row in down] == [row["statement"] for row in down]


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    data = ':a a am:Statement , am:Claim ; am:text "A" ; am:directlySupportedBy :b .'
    row = rows("a", data + ':b a am:Statement , am:Claim ; am:text "=HYPERLINK(1)" .')[0]
    assert row["text"] == "'=HYPERLINK(1)"
