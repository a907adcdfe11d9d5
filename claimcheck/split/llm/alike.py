"""The door to rapidfuzz (extra ``llm``): where in a text something stands that is nearly the same."""

from claimcheck.errors import ExtraMissing

__all__ = ["find_alike"]


def find_alike(needle: str, text: str, *, least: float) -> tuple[int, int] | None:
    """The stretch of ``text`` most like ``needle``, at least so alike in hundredths; None where there is none.

    Raises:
        ExtraMissing: rapidfuzz is not installed.
    """
    try:
        from rapidfuzz import fuzz
    except ImportError as error:
        raise ExtraMissing("rapidfuzz, which finds what is nearly quoted,", "llm") from error
    if len(needle) > len(text):
        found = fuzz.ratio(needle, text, score_cutoff=least)
        return (0, len(text)) if found else None
    at = fuzz.partial_ratio_alignment(needle, text, score_cutoff=least)
    return (at.dest_start, at.dest_end) if at and at.score >= least else None
