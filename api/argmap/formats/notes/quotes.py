"""Quotation marks of every kind → one pair, so that places in the text stay the same."""

import re

OPEN, CLOSE = "\ue000", "\ue001"  # private use: reading.clean lets none of them in

_SINGLE = re.compile(
    r"(?<![\w])[‘'‚](?=[^\s'’])((?:[^'’‘]|['’](?=\w)|"
    r"(?<=s)['’](?= [A-ZÀ-Þa-z])){1,300}?)['’](?=[,.;:)\]!?]|$|\s+(?:in|dans|\(|[A-Z]))"
)


def marked(text: str) -> str:
    """The text, as long as before, with OPEN and CLOSE for the marks around titles and quoted words."""
    text = text.replace(OPEN, " ").replace(CLOSE, " ")
    text = re.sub(r"„([^“”\"„]*)[“”\"]", rf"{OPEN}\1{CLOSE}", text)
    text = re.sub(r"“([^“”]*)”", rf"{OPEN}\1{CLOSE}", text)
    text = re.sub(r"«([^«»]*)»", rf"{OPEN}\1{CLOSE}", text)
    text = re.sub(r"»([^«»]*)«", rf"{OPEN}\1{CLOSE}", text)
    text = re.sub(r"[\"“”]([^\"“”]*)[\"“”]", rf"{OPEN}\1{CLOSE}", text)
    return text if OPEN in text else _SINGLE.sub(rf"{OPEN}\1{CLOSE}", text)


def unmarked(text: str) -> str:
    """Words out of a marked text, without marks at their ends and with plain ones inside."""
    return text.strip(f" {OPEN}{CLOSE}").replace(OPEN, '"').replace(CLOSE, '"')


def outside(text: str) -> str:
    """A marked text without what stands in quotation marks."""
    return re.sub(f"{OPEN}[^{CLOSE}]*{CLOSE}", " ", text)
