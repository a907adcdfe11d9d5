"""An article's claims on the terminal: the cells of its tables, and what is said of it below."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimcheck.cli.output import Marked, OutputFormat, as_jsonl, say, shorten, write_table
from claimcheck.jsonl import write_lines
from claimcheck.progress import plural

if TYPE_CHECKING:
    from claimcheck.flows.ingest import Ingested
    from claimcheck.records import Claim, Match
    from claimcheck.workspace import Workspace

__all__ = ["describe", "note_on", "older", "say_if_bare", "write_checked", "write_split"]


def say_if_bare(desk: "Workspace") -> None:
    """Say that there is no past check to find, where there is none."""
    if not desk.store.has_reviews():
        say(f"no past checks in {desk.folder} yet: claimcheck reviews import FILE brings some in")


def write_split(done: "Ingested", *, everything: bool, output: OutputFormat, sentence: bool = False) -> None:
    """An article's claims, best first; with ``everything`` those not offered too, and the sentences without a claim."""
    from claimcheck.flows.aside import aside_line, find_asides
    from claimcheck.flows.lines import split_line

    shown = done.claims if everything else done.offered
    asides = find_asides(done.article, done.claims) if everything else []
    if as_jsonl(output):
        write_lines((split_line(done.article, claim, sentence=sentence) for claim in shown), sys.stdout)
        write_lines((aside_line(done.article, aside) for aside in asides), sys.stdout)
    elif shown or asides:
        rows = [
            (
                claim.id[:8],
                _claim_cell(done, claim, sentence=sentence),
                _who_cell(claim),
                f"{claim.kind.value}\n{claim.assertion.value}",
                claim.date.value if claim.date else "–",
                f"{claim.score:.2f}",
            )
            for claim in shown
        ]
        rows += [("–", f"{_one_line(each.text)}\n(no claim: {each.reason})", "–", "–", "–", "–") for each in asides]
        write_table(
            ("#", "id", "claim", "who", "kind", "when", "score"),
            ((str(number), *row) for number, row in enumerate(rows, start=1)),
            title=done.article.title,
        )


def write_checked(
    done: "Ingested",
    matches: "Mapping[str, Sequence[Match]]",
    *,
    top: int | None,
    output: OutputFormat,
    sentence: bool = False,
) -> None:
    """An article's claims with the best past check of each, and a line that sums up."""
    from claimcheck.flows.lines import split_line
    from claimcheck.shapes import match_to_json

    shown = [claim for claim in done.offered[:top] if claim.id in matches]
    if as_jsonl(output):
        write_lines(
            (
                {
                    **split_line(done.article, claim, sentence=sentence),
                    "matches": [match_to_json(match) for match in matches[claim.id]],
                }
                for claim in shown
            ),
            sys.stdout,
        )
    elif shown:
        write_table(
            ("#", "id", "claim", "who", "past check", "what differs"),
            (
                (
                    str(number),
                    claim.id[:8],
                    _claim_cell(done, claim, sentence=sentence),
                    _who_cell(claim),
                    *_past(next(iter(matches[claim.id]), None)),
                )
                for number, claim in enumerate(shown, start=1)
            ),
            title=done.article.title,
        )
    found = sum(any(match.review for match in matches[claim.id]) for claim in shown)
    has = "has" if found == 1 else "have"
    say(f"{describe(done)}; {found} of the {len(shown)} shown {has} a past check")
    note_on(done)


def _claim_cell(done: "Ingested", claim: "Claim", *, sentence: bool) -> "str | Marked":
    """The cell that says the claim: why it is not offered, and the sentence it stands in, where these are wanted."""
    from claimcheck.split import find_passages

    text = claim.text
    if not claim.checkable:
        text += f"\n(not offered: {'; '.join(claim.reasons) or claim.kind.value})"
    if not sentence:
        return text
    marks = []
    for passage in find_passages(done.article, claim.spans):
        at = len(text) + 1
        text += "\n" + _one_line(passage.text)
        marks += [(at + mark.start, at + mark.end) for mark in passage.marks]
    return Marked(text, marks)


def _who_cell(claim: "Claim") -> str:
    """The cell that says whose word it is."""
    said = claim.told_by or "–"
    return f"{said} (via {claim.via})" if claim.via else said


def _one_line(text: str) -> str:
    """The text with a space for each line end, as long as it was."""
    return "".join(" " if c in "\r\n\u2028\u2029" else c for c in text)


def _past(match: "Match | None") -> tuple[str, str]:
    """The two cells about a past check: the check, and how it stands to the claim."""
    if match is None or match.review is None:
        return "no past check", "–"
    review = match.review
    mark = " (ours)" if review.ours else ""
    rating = review.alternate_name or (review.rating.value if review.rating else "unrated")
    day = f", {review.date_published}" if review.date_published else ""
    old = f"\n{older(match.days_older)}" if match.days_older else ""
    check_cell = f"{rating}: {shorten(review.claim_reviewed, 140)}\n{review.publisher}{day}{mark}{old}"
    differs = "; ".join(f"{each.kind.value}: {each.new or '–'} / {each.past or '–'}" for each in match.differences)
    relation = match.relation.value if match.relation else "–"
    return check_cell, f"{relation}\n{differs}" if differs else relation


def older(days: int) -> str:
    """That a past check is so much older than the claim.

    >>> older(800), older(95)
    ('2 years older than the claim', '3 months older than the claim')
    """
    span = plural(days // 365, "year") if days >= 730 else plural(round(days / 30.4), "month")
    return f"{span} older than the claim"


def describe(done: "Ingested") -> str:
    """What was found in an article and what became of it, in a line."""
    article, report = done.article, done.report
    about = ", ".join(
        part for part in (article.language, str(article.published or "no date"), article.outlet or "") if part
    )
    many = f"{len(done.offered)} of {plural(len(done.claims), 'claim')}"
    line = f"{article.origin or article.id}: {many} offered ({about})"
    if report is not None:
        line += f"; {report.new} new, {report.unchanged} unchanged, {report.reworded} reworded"
        if report.superseded or report.removed:
            line += f", {report.superseded} superseded, {report.removed} removed"
    return line


def note_on(done: "Ingested") -> None:
    """Say what else there is to know of an article."""
    for note in done.article.notes:
        say(f"note: {note}")
    if done.earlier:
        ids = ", ".join(each[:8] for each in done.earlier)
        say(f"note: this place had another text before; its claims stay: claimcheck claims list --article {ids}")
