"""The people and organizations of a role, in the order in which the work prints them."""

from collections.abc import Mapping

from argmap.formats.citations.values import Thing, listed, text

Name = dict[str, str]

# The literal name that stands for those whom the work does not name: BibTeX's "and others", which pandoc's
# CSL processor and ours print as "et al.".
OTHERS: Name = {"literal": "others"}
_PRINTED_ORDER = {"hasAuthor": "byline", "hasEditor": "editorLine"}
_SUFFIXES = ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv")
_ET_AL = ("et al.", "et al", "and others")


def names(source: Thing, key: str) -> list[Name]:
    """Return the CSL names of a role: the agents we know, or else those of the line that the work prints."""
    agents = [agent for agent in listed(source.get(key)) if isinstance(agent, Mapping)]
    parts, more = _printed(text(source.get(_PRINTED_ORDER.get(key, ""), "")))
    found = [_name(agent, parts) for agent in sorted(agents, key=lambda agent: _position(agent, parts))]
    found = found or [_name_in_line(part) for part in parts]
    return [*found, OTHERS] if found and more else found


def _printed(line: str) -> tuple[list[str], bool]:
    """Return the names of a line ("Aa, B.; Cc, D., et al."), and whether it says that there are more."""
    parts = [part.strip() for part in line.split(";") if part.strip()]
    last = parts[-1] if parts else ""
    ending = next((ending for ending in _ET_AL if last.lower().endswith(ending)), None)
    if ending is None:
        return parts, False
    rest = last[: -len(ending)].rstrip(" ,")
    return [*parts[:-1], *([rest] if rest else [])], True


def _name(agent: Thing, parts: list[str]) -> Name:
    if "familyName" not in agent:
        return {"literal": text(agent.get("label", agent.get("id")))}
    family = text(agent["familyName"])
    name = {"family": family} | ({"given": text(agent["givenName"])} if "givenName" in agent else {})
    suffix = next((_name_in_line(part).get("suffix") for part in parts if _family(part) == family), None)
    return name | ({"suffix": suffix} if suffix else {})


def _name_in_line(part: str) -> Name:
    family, *given = (piece.strip() for piece in part.split(","))
    if not given:
        return {"literal": family}
    suffix = given.pop() if len(given) > 1 and given[-1].lower() in _SUFFIXES else None
    return {"family": family, "given": ", ".join(given)} | ({"suffix": suffix} if suffix else {})


def _family(part: str) -> str:
    return part.partition(",")[0].strip()


def _position(agent: Thing, parts: list[str]) -> tuple[int, str]:
    """Return where a line of names has this agent; those it does not name come last."""
    name = text(agent.get("familyName", agent.get("label", "")))
    families = [_family(part) for part in parts]
    return (families.index(name) if name in families else len(families), text(agent.get("id")))
