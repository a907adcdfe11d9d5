"""Rows of a verdict dataset: one plain one, and whatever Hypothesis thinks of."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from claimcheck.dataset import AnnotationRow, EvidenceLink, LabelShare, PastCheck, VerdictRow

TRICKY = [
    "",
    "'",
    "''",
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\r=1",
    "\n",
    "a\r\nb",
    'say "hi"',
    "a,b",
    "null",
    "NaN",
    " x ",
]
TRICKY += ["true", "007", "1e5", "2026-01-01", "ß🇩🇪👩‍🚒", "＝1", "\x00", "\u2028", "\ufeff", "[1]", "'=1"]
TEXT = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.sampled_from(TRICKY))
MAYBE = st.one_of(st.none(), TEXT)
DAY = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))
COUNT = st.integers(0, 10**9)
NUMBER = st.floats(0, 1e6, allow_nan=False)
MOMENT = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))


def some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


ANNOTATION = st.builds(
    AnnotationRow,
    annotator=TEXT,
    label=MAYBE,
    confidence=st.one_of(st.none(), st.integers(1, 5)),
    seconds=st.one_of(st.none(), NUMBER),
    shown=some(TEXT),
    at=MOMENT,
    justification=MAYBE,
    problem=MAYBE,
    better_wording=MAYBE,
    adjudicated=st.booleans(),
    arm=MAYBE,
)
ROW = st.builds(
    VerdictRow,
    **{field.name: TEXT for field in fields(VerdictRow) if field.type == "str"},
    claim_id=TEXT,
    article_id=TEXT,
    text=TEXT,
    evidence=some(TEXT),
    spans=some(st.tuples(COUNT, COUNT)),
    language=TEXT,
    speaker=MAYBE,
    assertion=TEXT,
    kind=TEXT,
    claim_date=MAYBE,
    claim_date_precision=MAYBE,
    article_title=MAYBE,
    article_url=MAYBE,
    outlet=MAYBE,
    published=DAY,
    label=MAYBE,
    soft_label=some(st.builds(LabelShare, TEXT, NUMBER)),
    method=TEXT,
    n_annotators=COUNT,
    tie=some(TEXT),
    justification=MAYBE,
    evidence_links=some(st.builds(EvidenceLink, TEXT, TEXT, MAYBE, DAY, MAYBE)),
    as_of=DAY,
    past_checks=some(st.builds(PastCheck, TEXT, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, COUNT, COUNT, COUNT, MAYBE)),
    annotations=some(ANNOTATION),
    split=MAYBE,
    sample=st.booleans(),
    evidence_digests=some(TEXT),
    article_digest=MAYBE,
    scores=some(st.builds(LabelShare, TEXT, NUMBER)),
)


def row(**changes) -> VerdictRow:
    plain = VerdictRow(
        claim_id="c1",
        article_id="a1",
        text="Der Satz.",
        evidence=("Satz",),
        spans=((4, 8),),
        language="de",
        speaker=None,
        assertion="asserted",
        kind="event",
        claim_date="2026-01",
        claim_date_precision="month",
        article_title=None,
        article_url=None,
        outlet="",
        published=date(2026, 1, 2),
        label="TRUE",
        soft_label=(LabelShare("TRUE", 1.0),),
        method="majority",
        n_annotators=1,
        tie=(),
        justification="weil",
        evidence_links=(),
        as_of=None,
        past_checks=(),
        annotations=(
            AnnotationRow("p1", "TRUE", 4, 12.5, ("r1",), datetime(2026, 1, 3, 9, tzinfo=UTC), "weil", None, None),
        ),
        split=None,
        sample=False,
    )
    return replace(plain, **changes)
