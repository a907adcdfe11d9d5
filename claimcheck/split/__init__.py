"""Article → claims: sentences, who says them, clauses, dates, and how much each is worth checking."""

from claimcheck.split.passages import Passage, find_passages
from claimcheck.split.splitter import WHOLE_SENTENCES, RuleSplitter, Splitter, split_article
from claimcheck.split.words.sentences import find_sentences

__all__ = [
    "WHOLE_SENTENCES",
    "Passage",
    "RuleSplitter",
    "Splitter",
    "find_passages",
    "find_sentences",
    "split_article",
]
