"""Verdicts in a workspace → consensus, our own past checks, and a dataset that traces back to the article."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from claimcheck import resources
from claimcheck.dataset import new_key, pseudonym, read_dataset
from claimcheck.errors import (
    ClaimcheckError,
    DatasetFormatUnknown,
    NotFound,
    NothingToExport,
    NotPublishable,
    PublisherMissing,
    SchemeInvalid,
)
from claimcheck.flows.export import export_verdicts
from claimcheck.flows.publish import publish_verdicts
from claimcheck.flows.settle import find_consensuses, settle_verdicts
from claimcheck.records import (
    Article,
    Assertion,
    Block,
    Claim,
    ClaimDate,
    ClaimReview,
    Evidence,
    Label,
    PastAnswer,
    Relation,
    Role,
    ShownCheck,
    Span,
    Verdict,
    article_id,
)
from claimcheck.scheme import parse_scheme, read_scheme
from claimcheck.store import Store
from tests.made_records import made_claim

TEXT = "Köln 🇩🇪 hat einen Dom. Der Dom ist 157 Meter hoch. Er steht am Rhein. =SUMME(A1) ist eine Formel."
SENTENCES = [
    "Köln 🇩🇪 hat einen Dom.",
    "Der Dom ist 157 Meter hoch.",
    "Er steht am Rhein.",
    "=SUMME(A1) ist eine Formel.",
]
SERVER = "http://127.0.0.1:8080"
AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
KEY = "ab" * 32
PUBLISHER = {"publisher_name": "Example Desk", "publisher_url": "https://example.org/checks"}


def an_article(text: str = TEXT, *, sample: bool = False) -> Article:
    return Article(
        id=article_id(text),
        text=text,
        blocks=(Block(Span(0, len(text)), Role.BODY),),
        language="de",
        title="Über den Dom",
        published=date(2026, 4, 30),
        outlet="Beispielblatt",
        url="https://example.org/dom",
        sample=sample,
    )


def its_claims(article: Article, sentences: list[str]) -> list[Claim]:
    return [
        made_claim(
            sentence,
            article.text,
            assertion=Assertion.REPORTED,
            language="de",
            score=0.9 - number / 10,
            speaker="Dombauhütte" if number == 1 else None,
            date=ClaimDate("2026", "year") if number == 1 else None,
        )
        for number, sentence in enumerate(sentences)
    ]


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "desk", create=True, write=True) as opened:
        yield opened


@pytest.fixture
def claims(store):
    article = an_article()
    found = its_claims(article, SENTENCES)
    store.add_article(article)
    store.record_split(article, found)
    return found


@pytest.fixture
def scheme():
    return read_scheme()


class Desk:
    """Gives verdicts numbers, as a server would."""

    def __init__(self, store: Store) -> None:
        self.store, self.number = store, 0

    def says(self, who: str, claim: Claim, label: Label | None, **more) -> Verdict:
        self.number += 1
        at = AT + timedelta(minutes=self.number)
        verdict = Verdict(claim.id, label, who, at, SERVER, 1, self.number, self.number, at, **more)
        self.store.put_verdicts([verdict], {})
        return verdict


@pytest.fixture
def desk(store):
    return Desk(store)


A, B, C = "ada@example.org", "bob@example.org", "cem@example.org"


# --- settle


def test_settling_keeps_consensus_and_tie_and_replaces_what_was_settled_before(store, claims, desk, scheme):
    desk.says(A, claims[0], Label.TRUE)
    desk.says(A, claims[1], Label.TRUE)
    desk.says(B, claims[1], Label.FALSE)
    first = settle_verdicts(store, scheme)
    assert {each.claim_id: (each.label, each.tie) for each in first.consensuses} == {
        claims[0].id: (Label.TRUE, ()),
        claims[1].id: (None, (Label.TRUE, Label.FALSE)),
    }
    assert first.ties == 1
    desk.says(C, claims[1], Label.FALSE)
    second = settle_verdicts(store, scheme)
    assert second.ties == 0
    assert store.consensuses(samples=True) == list(second.consensuses)


def test_what_did_not_count_is_told_by_reason(store, claims, desk, scheme):
    narrow = replace(scheme, choices=tuple(each for each in scheme.choices if each.label is not Label.HALF_TRUE))
    desk.says(A, claims[0], Label.TRUE)
    desk.says(A, claims[0], Label.FALSE)
    desk.says(B, claims[0], None)
    desk.says(C, claims[0], Label.HALF_TRUE)
    found = settle_verdicts(store, narrow)
    assert [each.label for each in found.consensuses] == [Label.FALSE]
    assert found.not_counted == {
        "skips": 1,
        "verdicts replaced by the same annotator's newer one": 1,
        "verdicts with a label outside the scheme": 1,
    }


def test_a_sample_verdict_never_counts_beside_a_real_one(store, claims, desk, scheme):
    desk.says(A, claims[0], Label.FALSE)
    desk.says("sample-a@example.org", claims[0], Label.TRUE, sample=True)
    desk.says("sample-a@example.org", claims[1], Label.TRUE, sample=True)
    real, every = find_consensuses(store, scheme), find_consensuses(store, scheme, samples=True)
    assert [(each.claim_id, each.label, each.sample) for each in real.consensuses] == [
        (claims[0].id, Label.FALSE, False)
    ]
    assert {each.claim_id: (each.label, each.sample) for each in every.consensuses} == {
        claims[0].id: (Label.FALSE, False),
        claims[1].id: (Label.TRUE, True),
    }


def test_a_verdict_on_a_sample_article_is_a_sample_whatever_it_says(store, desk, scheme):
    article = an_article("Ein Beispiel.", sample=True)
    (claim,) = its_claims(article, ["Ein Beispiel."])
    store.add_article(article)
    store.record_split(article, [claim])
    desk.says(A, claim, Label.TRUE)
    assert settle_verdicts(store, scheme).consensuses == ()
    assert [each.sample for each in store.consensuses(samples=True)] == [True]
    assert store.consensuses(samples=False) == []


# --- publish


def test_a_settled_verdict_becomes_our_past_check(store, claims, desk, scheme):
    desk.says(A, claims[1], Label.MOSTLY_TRUE, justification="Es sind 157,38 Meter.")
    desk.says(B, claims[1], Label.MOSTLY_TRUE, justification="Gemessen 1880.")
    desk.says(C, claims[1], Label.FALSE, justification="Zu hoch.")
    report = publish_verdicts(store, scheme, at=AT, **PUBLISHER)
    (review,) = store.reviews(ours=True)
    assert report.reviews == (review,)
    assert (report.new, report.changed, report.unchanged, report.withdrawn, report.left_out) == (1, 0, 0, 0, {})
    assert review == ClaimReview(
        id=review.id,
        claim_reviewed=SENTENCES[1],
        publisher="Example Desk",
        rating=Label.MOSTLY_TRUE,
        alternate_name="Größtenteils wahr",
        rating_value="4",
        best_rating="5",
        worst_rating="1",
        url=f"https://example.org/checks#claim-{claims[1].id}",
        publisher_url="https://example.org/checks",
        date_published=date(2026, 5, 1),
        claim_date=date(2026, 4, 30),
        claimant="Dombauhütte",
        summary="Es sind 157,38 Meter. Gemessen 1880.",
        language="de",
        ours=True,
    )


@pytest.mark.parametrize(
    ("word", "language", "published"),
    [
        ('"Stimmt nicht"', "fr", "Stimmt nicht"),
        ('{ de = "Stimmt nicht" }', "fr", "Stimmt nicht"),
        ('{ de = "Stimmt nicht", en = "Wrong" }', "fr", "Wrong"),
        ('{ de = "Stimmt nicht", en = "Wrong" }', "de-AT", "Stimmt nicht"),
        (None, "de", None),
    ],
)
def test_a_desk_publishes_in_the_words_of_its_own_scheme(word, language, published):
    line = f"claim_review = {word}" if word else ""
    own = parse_scheme(f"""
        name = "own"
        version = "1"
        judged = {{}}
        problem = []
        [[choice]]
        label = "FALSE"
        hotkey = "1"
        names = {{ en = "False", de = "Falsch" }}
        meaning = {{}}
        {line}
    """)

    assert own.choices[0].published(language) == published


@pytest.mark.parametrize("word", ["3", "{ de = 3 }", "{}"])
def test_a_word_to_publish_by_that_is_none_is_one_line(word):
    shipped = (resources.annotations() / "scheme.toml").read_text(encoding="utf-8")
    lines = re.sub("^claim_review = .*$", f"claim_review = {word}", shipped, flags=re.MULTILINE)

    with pytest.raises(SchemeInvalid, match=r"claim_review .* wanted a word, or words by language"):
        parse_scheme(lines)


def test_publishing_again_on_another_day_changes_nothing(store, claims, desk, scheme):
    desk.says(A, claims[0], Label.TRUE)
    publish_verdicts(store, scheme, at=AT, **PUBLISHER)
    before, digest = store.reviews(), store.reviews_digest()
    again = publish_verdicts(store, scheme, at=AT + timedelta(days=9), **PUBLISHER)
    assert (again.new, again.changed, again.unchanged, again.withdrawn) == (0, 0, 1, 0)
    assert (store.reviews(), store.reviews_digest()) == (before, digest)


def test_a_reworded_claim_replaces_its_check_and_keeps_the_first_date(store, claims, desk, scheme):
    desk.says(A, claims[2], Label.TRUE)
    publish_verdicts(store, scheme, at=AT, **PUBLISHER)
    store.edit_claim(claims[2].id, author="Ada", text="Der Kölner Dom steht am Rhein.")
    report = publish_verdicts(store, scheme, at=AT + timedelta(days=3), **PUBLISHER)
    (review,) = store.reviews()
    assert (report.new, report.changed, report.withdrawn) == (0, 1, 0)
    assert review.claim_reviewed == "Der Kölner Dom steht am Rhein."
    assert review.date_published == date(2026, 5, 1)


def test_a_check_whose_claim_is_no_longer_settled_is_withdrawn(store, claims, desk, scheme):
    desk.says(A, claims[0], Label.TRUE)
    desk.says(A, claims[1], Label.TRUE)
    publish_verdicts(store, scheme, at=AT, **PUBLISHER)
    desk.says(B, claims[0], Label.FALSE)
    store.mark_verdicts_gone(SERVER, 1, [1, 3])
    report = publish_verdicts(store, scheme, at=AT, **PUBLISHER)
    assert (report.withdrawn, report.left_out) == (2, {"tied": 1, "without a verdict": 1})
    assert store.reviews() == []


def test_checks_of_others_and_of_our_own_site_are_never_touched(store, claims, desk, scheme):
    other = ClaimReview("r1", SENTENCES[0], "Anyone", url=f"https://example.com/x#claim-{claims[0].id}")
    own = ClaimReview("r2", "Etwas anderes.", "Example Desk", url="https://example.org/checks/7", ours=True)
    store.put_reviews([other, own])
    desk.says(A, claims[0], Label.TRUE)
    publish_verdicts(store, scheme, at=AT, **PUBLISHER)
    assert {"r1", "r2"} < {review.id for review in store.reviews()}


def test_ties_samples_skips_drops_and_unrated_labels_are_left_out_by_reason(store, claims, desk, scheme):
    desk.says(A, claims[0], Label.NOT_A_CLAIM)
    desk.says(A, claims[1], Label.TRUE, sample=True)
    desk.says(A, claims[2], None)
    desk.says(A, claims[3], Label.TRUE)
    store.drop_claim(claims[3].id, "Ada", "doppelt")
    report = publish_verdicts(store, scheme, at=AT, **PUBLISHER)
    assert report.left_out == {"dropped": 1, "samples": 1, "settled to NOT_A_CLAIM": 1, "without a verdict": 1}
    assert store.reviews() == []


@pytest.mark.parametrize(
    ("name", "url", "line"),
    [
        (None, None, "publishing needs publisher_name and publisher_url: set them under [desk] in "),
        ("Desk", None, "publishing needs publisher_url: set it under [desk] in "),
        (None, "https://example.org", "publishing needs publisher_name: set it under [desk] in "),
    ],
)
def test_publishing_without_a_publisher_is_refused_in_one_line(store, claims, desk, scheme, name, url, line):
    desk.says(A, claims[0], Label.TRUE)
    with pytest.raises(PublisherMissing) as caught:
        publish_verdicts(store, scheme, publisher_name=name, publisher_url=url, at=AT)
    assert str(caught.value) == line + str(store.folder / "claimcheck.toml")
    assert store.reviews() == []


def test_a_named_claim_that_cannot_be_published_is_refused_in_one_line_and_nothing_is_written(
    store, claims, desk, scheme
):
    desk.says(A, claims[0], Label.TRUE)
    desk.says(A, claims[1], Label.TRUE)
    desk.says(B, claims[1], Label.HALF_TRUE)
    for claim, words in ((claims[1], "is tied between TRUE and HALF_TRUE"), (claims[2], "has no verdict yet")):
        with pytest.raises(NotPublishable, match=words) as caught:
            publish_verdicts(store, scheme, claim_ids=[claims[0].id, claim.id], at=AT, **PUBLISHER)
        assert caught.value.claim_id == claim.id
        assert "\n" not in str(caught.value)
    with pytest.raises(NotFound):
        publish_verdicts(store, scheme, claim_ids=["ffff"], at=AT, **PUBLISHER)
    assert store.reviews() == []


def test_only_named_claims_are_published_by_the_beginning_of_their_id(store, claims, desk, scheme):
    desk.says(A, claims[0], Label.TRUE)
    desk.says(A, claims[1], Label.TRUE)
    report = publish_verdicts(store, scheme, claim_ids=[claims[1].id[:9], claims[1].id], at=AT, **PUBLISHER)
    assert [review.claim_reviewed for review in report.reviews] == [SENTENCES[1]]
    assert store.count_reviews() == 1


# --- export


def shown_check(review_id: str, rank: int) -> ShownCheck:
    return ShownCheck(review_id, rank, 0.5, None, Relation.SAME)


@pytest.mark.parametrize("form", ["parquet", "jsonl", "csv"])
def test_a_row_traces_to_the_article_and_holds_every_annotators_answer(tmp_path, store, claims, desk, form):
    store.put_reviews([ClaimReview("r1", "Der Dom ist 160 Meter hoch.", "Anyone", rating=Label.FALSE)])
    shown = (shown_check("r1", 1), shown_check("gone", 2))
    desk.says(
        A,
        claims[1],
        Label.TRUE,
        justification="=2+2\nja",
        evidence=(Evidence("https://example.org/dom", "157", date(2026, 5, 1), "supports"),),
        confidence=5,
        seconds=31.5,
        as_of=date(2026, 4, 30),
        past_answers=(PastAnswer("r1", "same"), PastAnswer("gone", "unrelated")),
        shown=shown,
    )
    desk.says(B, claims[1], Label.TRUE, past_answers=(PastAnswer("r1", "related"),), shown=shown)
    desk.says(C, claims[1], None)
    report = export_verdicts(store, tmp_path / f"v.{form}", key=KEY)
    (row,) = read_dataset(report.path).to_dicts()
    ((start, end),) = row["spans"]
    assert TEXT[start:end] == row["evidence"][0] == SENTENCES[1]
    assert row["label"] == "TRUE"
    assert (row["n_annotators"], row["tie"], row["soft_label"]) == (2, [], [{"label": "TRUE", "share": 1.0}])
    assert (row["article_title"], row["article_url"]) == ("Über den Dom", "https://example.org/dom")
    assert (row["published"], row["as_of"]) == (date(2026, 4, 30), date(2026, 4, 30))
    assert (row["claim_date"], row["claim_date_precision"], row["speaker"]) == ("2026", "year", "Dombauhütte")
    assert row["justification"] == "=2+2\nja"
    assert [(each["url"], each["accessed"]) for each in row["evidence_links"]] == [
        ("https://example.org/dom", date(2026, 5, 1))
    ]
    past = [
        (each["review_id"], each["rating"], each["same"], each["related"], each["unrelated"])
        for each in row["past_checks"]
    ]
    assert past == [("r1", "FALSE", 1, 1, 0), ("gone", None, 0, 0, 1)]
    answers = {each["annotator"]: (each["label"], each["confidence"], each["shown"]) for each in row["annotations"]}
    assert answers == {
        pseudonym(A, KEY): ("TRUE", 5, ["r1", "gone"]),
        pseudonym(B, KEY): ("TRUE", None, ["r1", "gone"]),
        pseudonym(C, KEY): (None, None, []),
    }
    assert (row["split"], row["sample"]) == (None, False)


def test_annotators_are_named_only_when_asked_for(tmp_path, store, claims, desk):
    desk.says(A, claims[0], Label.TRUE, evidence=(Evidence("https://example.org"),))
    hidden = export_verdicts(store, tmp_path / "hidden.jsonl", key=KEY).path.read_text()
    named = export_verdicts(store, tmp_path / "named.jsonl", key=KEY, names=True).path.read_text()
    assert A not in hidden
    assert hidden.count(pseudonym(A, KEY)) == 2
    assert named.count(A) == 2
    assert pseudonym(A, KEY) not in named


def test_the_same_number_on_two_servers_has_two_pseudonyms(tmp_path, store, claims, desk):
    first = desk.says("1", claims[0], Label.TRUE)
    store.put_verdicts([replace(first, server="http://127.0.0.1:9090")], {})
    export_verdicts(store, tmp_path / "v.jsonl", key=KEY)
    row = json.loads((tmp_path / "v.jsonl").read_text())
    assert len({each["annotator"] for each in row["annotations"]}) == row["n_annotators"] == 2


def test_a_tie_is_a_row_without_a_label(tmp_path, store, claims, desk):
    desk.says(A, claims[0], Label.TRUE, justification="ja")
    desk.says(B, claims[0], Label.FALSE, justification="nein")
    export_verdicts(store, tmp_path / "v.jsonl", key=KEY)
    row = json.loads((tmp_path / "v.jsonl").read_text())
    assert (row["label"], row["tie"], row["justification"]) == (None, ["TRUE", "FALSE"], None)
    assert sorted(each["justification"] for each in row["annotations"]) == ["ja", "nein"]


def test_what_is_left_out_is_counted_by_reason(tmp_path, store, claims, desk):
    desk.says(A, claims[0], Label.TRUE)
    desk.says(A, claims[0], Label.FALSE)
    desk.says(A, claims[1], Label.TRUE, sample=True)
    desk.says(A, claims[2], None)
    report = export_verdicts(store, tmp_path / "v.csv", key=KEY)
    assert report.rows == 1
    assert report.left_out == {
        "claims only skipped": 1,
        "offered claims without a verdict": 1,
        "sample claims": 1,
        "verdicts replaced by the same annotator's newer one": 1,
    }
    assert any(loss.column == "annotations" for loss in report.losses)


def test_dropped_claims_stay_out_and_superseded_ones_stay_in(tmp_path, store, claims, desk):
    desk.says(A, claims[0], Label.TRUE)
    desk.says(A, claims[1], Label.TRUE)
    store.drop_claim(claims[0].id, "Ada", "doppelt")
    store.record_split(an_article(), [])
    report = export_verdicts(store, tmp_path / "v.jsonl", key=KEY)
    assert json.loads(report.path.read_text())["claim_id"] == claims[1].id
    assert report.left_out == {"claims that were dropped": 1}


def test_samples_come_only_when_asked_for_and_say_that_they_are(tmp_path, store, claims, desk):
    desk.says(A, claims[0], Label.TRUE, sample=True)
    with pytest.raises(NothingToExport, match=r"1 sample claim.*--samples"):
        export_verdicts(store, tmp_path / "v.jsonl", key=KEY)
    report = export_verdicts(store, tmp_path / "v.jsonl", key=KEY, samples=True)
    assert json.loads(report.path.read_text())["sample"] is True


def test_nothing_to_export_is_said_in_one_line_and_nothing_is_written(tmp_path, store):
    with pytest.raises(NothingToExport) as caught:
        export_verdicts(store, tmp_path / "v.csv", key=KEY)
    assert isinstance(caught.value, ClaimcheckError)
    assert (
        str(caught.value)
        == "there is no verdict to export: `claimcheck pull` brings verdicts, --samples takes the samples"
    )
    assert not (tmp_path / "v.csv").exists()


def test_an_unknown_format_is_refused_before_any_work(tmp_path, store):
    with pytest.raises(DatasetFormatUnknown):
        export_verdicts(store, tmp_path / "v.xlsx", key=KEY)


@pytest.mark.parametrize("form", ["parquet", "jsonl", "csv"])
def test_rows_stand_in_text_order_and_the_same_workspace_gives_the_same_bytes(tmp_path, store, claims, desk, form):
    for claim in reversed(claims):
        desk.says(A, claim, Label.TRUE)
        desk.says(B, claim, Label.FALSE)
    one = export_verdicts(store, tmp_path / "one", format=form, key=KEY)
    two = export_verdicts(store, tmp_path / "two", format=form, key=KEY)
    assert one.digest == two.digest
    assert one.path.read_bytes() == two.path.read_bytes()
    assert read_dataset(one.path, form=form)["text"].to_list() == SENTENCES
    other = export_verdicts(store, tmp_path / "three", format=form, key=new_key())
    assert other.digest != one.digest


def test_a_reader_can_export_while_a_writer_has_the_workspace(tmp_path, store, claims, desk):
    desk.says(A, claims[0], Label.TRUE)
    with Store.open(store.folder, create=False, write=False) as reader:
        assert export_verdicts(reader, tmp_path / "v.jsonl", key=KEY).rows == 1


def test_a_claim_edited_after_its_verdict_is_published_and_exported_as_it_was_judged(
    tmp_path, store, claims, desk, scheme
):
    judged = claims[0].text
    desk.says(A, claims[0], Label.FALSE, wording=judged)
    store.edit_claim(claims[0].id, author="desk", text="The very opposite of what was judged.")

    report = publish_verdicts(
        store,
        scheme,
        publisher_name="Desk",
        publisher_url="https://desk.example.org",
        at=datetime(2023, 5, 2, tzinfo=UTC),
    )
    export_verdicts(store, tmp_path / "v.jsonl", key=new_key())

    assert [review.claim_reviewed for review in report.reviews] == [judged]
    (row,) = [json.loads(line) for line in (tmp_path / "v.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (row["text"], row["label"]) == (judged, "FALSE")


def test_verdicts_on_an_earlier_wording_do_not_count_beside_later_ones(store, claims, desk, scheme):
    desk.says(A, claims[0], Label.FALSE, wording="The first wording.")
    desk.says(B, claims[0], Label.TRUE, wording="Its negation.")

    settlement = find_consensuses(store, scheme)

    assert [each.label for each in settlement.consensuses] == [Label.TRUE]
    assert settlement.not_counted == {"verdicts on an earlier wording": 1}
