"""The sentences of an article's blocks, read before any claim is drafted."""

import re
from typing import NamedTuple

from claimcheck.article.datelines import behind_dateline
from claimcheck.records import CARRIERS, Article, Role, Span
from claimcheck.split.languages import Rules
from claimcheck.split.speech.statements import Sentence, read_sentences
from claimcheck.split.words.quotes import runs_over

__all__ = ["PROSE", "Reading", "read_blocks"]

PROSE = frozenset({Role.LEAD, Role.BODY, Role.LIVE_UPDATE, Role.FACT_BOX})
"""Roles of blocks that carry on from one another."""

_HEADING = re.compile(r"#{1,6}[ \t]+")  # of Markdown
_EMPHASIS = ' \t\r\n*_"”“'  # what a question in Markdown may have around it
_TOLD = CARRIERS - {Role.HEADLINE, Role.CAPTION}  # roles whose text a dateline may stand in front of


class Reading(NamedTuple):
    """The sentences of the blocks that carry claims, by block, and with them the questions among the subheadings."""

    blocks: dict[Span, list[Sentence]]
    held: list[list[Sentence]]


def read_blocks(article: Article, rules: Rules) -> Reading:
    """The sentences of an article in order, each read as far as it can be by itself, without datelines."""
    text, found, told = article.text, Reading({}, []), False
    within = ""
    for number, block in enumerate(article.blocks):
        start, end = block.span.start, block.span.end
        asks = block.role is Role.SUBHEADING and text[start:end].rstrip(_EMPHASIS).endswith("?")
        if not (asks or block.role in CARRIERS):
            within = ""
            continue
        marked = _HEADING.match(text, start, end)
        begin = marked.end() if marked else start
        if block.role in _TOLD:
            begin = behind_dateline(text, begin, end, opening=not told)
            told = True
        sentences = read_sentences(text, begin, end, article.language, rules, within)
        after = article.blocks[number + 1 : number + 2]
        goes_on = block.role in PROSE and after and after[0].role in PROSE
        within = runs_over(text, (begin, end), (after[0].span.start, after[0].span.end), within) if goes_on else ""
        found.held.append(sentences)
        if not asks:
            found.blocks[block.span] = sentences
    return found
