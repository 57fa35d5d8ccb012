"""What kind of work a reference names, and how sure that is."""

from dataclasses import dataclass

from argmap.formats.notes import words


@dataclass(frozen=True)
class Kind:
    """A class of the ontology, and what to say where it was assumed rather than read."""

    name: str
    assumed: str = ""


def of_article(container: str, has_volume: bool, has_day: bool, has_month: bool) -> Kind:
    """The kind of a titled piece in something periodical."""
    if words.BROADCAST.search(container) and not words.NEWSPAPER.search(container):
        return Kind("Broadcast")
    if words.MAGAZINE.search(container):
        return Kind("MagazineArticle")
    if has_volume or (words.JOURNAL.search(container) and not has_day):
        return Kind("JournalArticle")
    if words.NEWSPAPER.search(container):
        return Kind("NewspaperArticle")
    if has_day:
        return Kind("NewspaperArticle", "taken for a newspaper, as the day is given")
    if has_month:
        return Kind("MagazineArticle", "taken for a magazine, as months and no volume are given")
    return Kind("Source", "left open, as nothing tells what the title stands in")


def of_work(title: str, author: str, has_imprint: bool, has_symbol: bool) -> Kind:
    """The kind of a work that stands by itself."""
    if words.UNPUBLISHED.search(title) and not has_imprint:
        return Kind("Source", "left open, as the ontology has no kind for unpublished papers and talks")
    if words.REPORT.search(title):
        return Kind("Report")
    if has_symbol or (words.DOCUMENT.search(title) and not has_imprint):
        return Kind("OfficialDocument")
    if has_imprint:
        return Kind("Book")
    return Kind("Source", "left open, as neither place nor publisher is given")
