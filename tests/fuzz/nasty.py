"""Values that break out of what is not built with care."""
# ruff: noqa: E501 (the table is read in columns)

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

SIGNS = "'\"`\\{}<>[]()#?&=%;:.,@^|!$*+-~/ \t\n\r\x00\x0b\x1f\x7f\x85\u00a0\u2028\ufeff\ufffeuU0"
_SNIPPETS = (
    "UNDEF", "}", "} UNION {", "> <", "<x:a>", "'''", '"""', "\\u0022", "\\\\u0022", "\\U0001F600", "\\", "\\'", "'@en", '"^^<x:t>', "# ",
    "\r\n", "VALUES", "SERVICE <http://e/> {}", "http://e/", "urn:a:b", "{slug}", "..", "../", "%00", "%22", "%zz", "true", "1e5", "-0", "٣",
    "kuperman-1996", "\ud800", "\udfff\ud800", "\U0001f54a", "\u202e", "e\u0301",
)  # fmt: skip


def texts() -> SearchStrategy[str]:
    """Return texts of quotation marks, brackets, line ends, escapes, halves of letters, and words that bind."""
    return st.one_of(
        st.text(max_size=20),
        st.text(alphabet=SIGNS, min_size=1, max_size=12),
        st.text(alphabet=st.characters(), max_size=8),
        st.lists(st.sampled_from(_SNIPPETS), min_size=1, max_size=4).map("".join),
    )
