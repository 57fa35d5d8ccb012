"""Texts and names that break careless writers."""

from hypothesis import strategies as st


def _nasty() -> st.SearchStrategy[str]:
    pieces = [*"ab Zé{}\\%&$#_~^\"'`,;-–@=<>?!.:()[]|/*+\n\t日𝒳ß", " and ", "--", "\\n", "others"]
    texts = st.lists(st.sampled_from(pieces), min_size=1, max_size=20).map("".join)
    return texts.map(lambda text: " ".join(text.split())).filter(bool)


NASTY = _nasty()
PEOPLE = st.one_of(
    st.fixed_dictionaries({"family": NASTY, "given": NASTY}),
    st.fixed_dictionaries({"family": NASTY, "given": NASTY, "suffix": st.sampled_from(["Jr.", "III"])}),
)
NAMES = st.lists(st.one_of(PEOPLE, st.fixed_dictionaries({"literal": NASTY})), min_size=1, max_size=3)
