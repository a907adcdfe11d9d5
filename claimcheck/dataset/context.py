"""A row without other people's texts: where the claim stands and what it hashes to stay, so that who has the texts can
put them back."""

from dataclasses import replace

from claimcheck.dataset.schema import VerdictRow

__all__ = ["WITHOUT_CONTEXT", "without_context"]

WITHOUT_CONTEXT = ("evidence", "article_title", "evidence_links[].quote", "past_checks[].claim_reviewed")
"""What is left out; offsets, digests, addresses and the claim as annotators saw it stay."""


def without_context(row: VerdictRow) -> VerdictRow:
    """The row without the article's words and title, quotations, and what past checks are about."""
    return replace(
        row,
        evidence=(),
        article_title=None,
        evidence_links=tuple(replace(each, quote=None) for each in row.evidence_links),
        past_checks=tuple(replace(each, claim_reviewed=None) for each in row.past_checks),
    )
