"""``export`` from a workspace: manifest, privacy, splits, every form; and what is refused in one clear line."""

import hashlib
import html
import json
import re
import shutil
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from claimcheck.dataset import MANIFEST, examine_dataset, parse_shares, pseudonym, read_dataset
from claimcheck.errors import (
    DatasetFormatUnknown,
    DatasetNotWritable,
    FormHasNoPlace,
    NothingToExport,
    OutputTaken,
    PublisherMissing,
)
from claimcheck.flows.export import export_verdicts
from claimcheck.flows.export_forms import FORM_NAMES, forms_of
from claimcheck.flows.splits import SplitWish
from claimcheck.records import Label
from claimcheck.scheme import read_scheme
from claimcheck.settings import Settings
from claimcheck.store import Store
from tests.fakes import HashingEncoder
from tests.made_desk import ATTACK, PEOPLE, SERVER, fill_desk, made_articles, made_verdicts
from tests.unit.judged_desk import judged_desk

KEY = "ab" * 32
DESK = Settings(publisher_name="Example Desk", publisher_url="https://example.org/checks")
FORMS = forms_of(read_scheme())
WORDS = {
    "TRUE": ("True", "Wahr"),
    "MOSTLY_TRUE": ("Mostly true", "Größtenteils wahr"),
    "HALF_TRUE": ("Half true", "Teils wahr"),
    "MOSTLY_FALSE": ("Mostly false", "Größtenteils falsch"),
    "FALSE": ("False", "Falsch"),
    "MISLEADING": ("Misleading", "Irreführend"),
    "UNVERIFIABLE": ("Unverifiable", "Nicht überprüfbar"),
}
"""A rating in English and in German."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk") / "w"
    with Store.open(folder, create=True, write=True) as store:
        fill_desk(store, 8)
    return folder


@pytest.fixture
def store(filled):
    with Store.open(filled, create=False, write=False) as opened:
        yield opened


@pytest.fixture
def writable(filled, tmp_path):
    shutil.copytree(filled, tmp_path / "w")
    with Store.open(tmp_path / "w", create=False, write=True) as opened:
        yield opened


def export(store, out, form=None, **wishes):
    return export_verdicts(store, out, key=KEY, format=form, settings=DESK, **wishes)


@pytest.mark.parametrize("form", FORM_NAMES)
def test_every_form_is_written_well_with_its_manifest_and_comes_out_the_same_twice(tmp_path, store, form):
    reports = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        reports.append(export(store, tmp_path / name / "v", form))
    one, two = reports
    assert [str(each) for each in examine_dataset(one.path, form=form, forms=FORMS)] == []
    assert one.manifest.read_bytes() == two.manifest.read_bytes()
    files = [each for each in one.path.rglob("*") if each.is_file()] if one.path.is_dir() else [one.path]
    for file in files:
        assert (
            file.read_bytes() == (two.path / file.relative_to(one.path) if two.path.is_dir() else two.path).read_bytes()
        )
    manifest = json.loads(one.manifest.read_text())
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.name != MANIFEST}
    assert {name.split("/")[-1]: each["sha256"] for name, each in manifest["files"].items()} == digests
    assert read_dataset(one.path, form=form, forms=FORMS).height == one.rows
    assert one.rows + sum(loss.count for loss in one.losses if loss.refused) == 40
    assert sorted(each.name for each in (tmp_path / "one").iterdir()) == sorted(
        {"v", *([one.manifest.name] if one.path.is_file() else [])}
    )


@pytest.mark.parametrize("form", [name for name in FORM_NAMES if name not in ("hf", "croissant", "csv")])
def test_what_a_real_export_loses_is_what_comes_back_otherwise(tmp_path, store, form):
    whole = {row["claim_id"]: row for row in read_dataset(export(store, tmp_path / "v.parquet").path).to_dicts()}
    report = export(store, tmp_path / "v", form)
    changed: dict[str, int] = {}
    for row in read_dataset(report.path, form=form, forms=FORMS).to_dicts():
        for name, value in row.items():
            changed[name] = changed.get(name, 0) + (value != whole[row["claim_id"]][name])
    assert {loss.column: loss.count for loss in report.losses if loss.column} == {
        name: count for name, count in changed.items() if count
    }


def test_the_manifest_says_who_what_and_how_many_without_names_paths_or_times(tmp_path, store):
    report = export(store, tmp_path / "v.jsonl", title="Buses", licence="cc-by-4.0")
    text = report.manifest.read_text()
    manifest = json.loads(text)
    assert manifest["format"] == "claimcheck-export/1"
    assert manifest["made_with"]["scheme"]["name"] == "claimcheck"
    assert manifest["made_with"]["splitter"] == {"rules": 40}
    assert manifest["made_with"]["libraries"] == {"polars": version("polars")}
    assert manifest["made_with"]["labeling_config"]["of_the_projects"] == ["0123456789abcdef"]
    assert manifest["inputs"]["articles"] == 8
    assert manifest["counts"]["rows"] == manifest["counts"]["claims_answered"] == 40
    assert manifest["options"]["licence"] == "cc-by-4.0"
    people = {each["name"] for each in manifest["people"]["annotators"]}
    assert people == {pseudonym(person, KEY) for person in PEOPLE}
    assert manifest["shown"]["licences"] == {"cc-by-4.0": 16}
    for secret in (*PEOPLE, KEY, str(tmp_path), SERVER):
        assert secret not in text
    assert not re.search(r"\d\d:\d\d:\d\d", text)


def test_names_stay_only_where_asked_for(tmp_path, store):
    report = export(store, tmp_path / "v.jsonl", names=True)
    assert all(person in report.path.read_text() for person in PEOPLE)
    assert json.loads(report.manifest.read_text())["people"]["named"] is True


@pytest.mark.parametrize("form", FORM_NAMES)
def test_without_context_no_text_of_others_is_in_any_file(tmp_path, store, form):
    report = export(store, tmp_path / "v", form, context=False)
    files = [each for each in report.path.rglob("*") if each.is_file()] if report.path.is_dir() else [report.path]
    for file in files:
        data = file.read_bytes()
        for text in ("Busse & Bahnen", "Harwick lost 3 buses."):
            assert text.encode() not in data
    if form in ("parquet", "jsonl", "csv"):
        rows = read_dataset(report.path, form=form).to_dicts()
        texts = {article.id: article.text for article, _ in made_articles(8)}
        for row in rows:
            assert row["evidence"] == []
            ((start, end),) = row["spans"]
            said = texts[row["article_id"]]
            assert [hashlib.sha256(said[start:end].encode()).hexdigest()] == row["evidence_digests"]
            assert hashlib.sha256(said.encode()).hexdigest() == row["article_digest"]


def test_past_checks_carry_their_licence(tmp_path, store):
    rows = read_dataset(export(store, tmp_path / "v.parquet").path).to_dicts()
    licences = {check["licence"] for row in rows for check in row["past_checks"]}
    assert licences == {"cc-by-4.0"}


def says(store, claim, text, *, who="eve@example.org", label=Label.TRUE, number=9_001):
    (verdict, *_) = made_verdicts([claim], seed=1)
    verdict = replace(verdict, annotator=who, label=label, justification=text, annotation_id=number, evidence=())
    store.put_verdicts([verdict], {})
    return verdict


def test_addresses_and_telephone_numbers_are_counted_and_redacted_on_request(tmp_path, writable):
    (claim, *_) = next(made_articles(8))[1]
    says(writable, claim, "Ask ada.l@example.org or +49 30 1234567, 2023-04-11.")
    warned = export(writable, tmp_path / "v.jsonl")
    assert (warned.contacts.emails, warned.contacts.telephones, warned.contacts.claims) == (1, 1, (claim.id,))
    assert "ada.l@example.org" in warned.path.read_text()
    redacted = export(writable, tmp_path / "r.jsonl", redact=True)
    assert redacted.contacts.redacted
    text = redacted.path.read_text()
    assert "ada.l@example.org" not in text
    assert "1234567" not in text
    assert "Ask [e-mail address] or [telephone number], 2023-04-11." in text


def test_a_split_is_in_the_column_the_manifest_and_the_card_and_does_not_leak(tmp_path, store):
    wish = SplitWish(parse_shares("50/50"), seed=3, least=0.999)
    options = {"split": wish, "encoder": HashingEncoder}
    report = export(store, tmp_path / "v", "hf", **options)
    rows = read_dataset(report.path, form="hf").to_dicts()
    sides: dict[str, set[str]] = {}
    for row in rows:
        sides.setdefault(row["article_id"], set()).add(row["split"])
    assert {len(each) for each in sides.values()} == {1}
    assert {row["split"] for row in rows} == {"train", "test"}
    assert sorted(each.name.split("-")[0] for each in (report.path / "data").iterdir()) == ["test", "train"]
    manifest = json.loads(report.manifest.read_text())
    assert manifest["split"]["shared_articles"] == 0
    assert manifest["split"]["encoder"] == HashingEncoder().fingerprint
    card = (report.path / "README.md").read_text()
    lines = card.split("## How the splits were made\n\n")[1].split("\n\n")[0].splitlines()
    assert [line.split(":")[0].split(" ", 1)[1] for line in lines][::2] == ["split", "on two sides"]
    assert all(line.startswith("- ") for line in lines)
    again = export(store, tmp_path / "w.parquet", **options)
    assert {row["claim_id"]: row["split"] for row in read_dataset(again.path).to_dicts()} == {
        row["claim_id"]: row["split"] for row in rows
    }


def test_nothing_is_written_over_neither_the_dataset_nor_its_manifest_nor_its_report(tmp_path, store):
    export(store, tmp_path / "v.jsonl", report=tmp_path / "r.html")
    for path in ("v.jsonl", f"v.jsonl.{MANIFEST}", "r.html"):
        kept = {each: each.read_bytes() for each in tmp_path.iterdir()}
        lone = tmp_path / "lone"
        lone.mkdir()
        shutil.copy(tmp_path / path, lone / path)
        with pytest.raises(OutputTaken, match=f"{re.escape(path)} is there already.*--force"):
            export(store, lone / "v.jsonl", report=lone / "r.html")
        assert [each.name for each in lone.iterdir()] == [path]
        shutil.rmtree(lone)
        assert {each: each.read_bytes() for each in tmp_path.iterdir()} == kept
    export(store, tmp_path / "v.jsonl", report=tmp_path / "r.html", force=True)


@pytest.mark.parametrize("report", ["v.jsonl", f"v.jsonl.{MANIFEST}"])
def test_the_report_never_goes_where_the_dataset_or_its_manifest_goes(tmp_path, store, report):
    with pytest.raises(DatasetNotWritable, match="the dataset or its manifest goes there"):
        export(store, tmp_path / "v.jsonl", report=tmp_path / "." / report, force=True)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_with_force_keeps_what_was_there(tmp_path, store, writable):
    export(store, tmp_path / "v", "claimreview")
    before = (tmp_path / "v").read_bytes()
    for claim in [claim for _, claims in made_articles(8) for claim in claims]:
        writable.drop_claim(claim.id, "Ada")
    with pytest.raises(NothingToExport, match="40 claims that were dropped"):
        export(writable, tmp_path / "v", "claimreview", force=True)
    assert (tmp_path / "v").read_bytes() == before


def test_claim_review_needs_a_publisher_and_carries_only_ratings(tmp_path, store):
    with pytest.raises(PublisherMissing, match="publisher_name and publisher_url"):
        export_verdicts(store, tmp_path / "v", key=KEY, format="claimreview")
    assert list(tmp_path.iterdir()) == []
    report = export(store, tmp_path / "v", "claimreview")
    feed = json.loads(report.path.read_text())
    assert feed["@type"] == "DataFeed"
    reviews = [element["item"][0] for element in feed["dataFeedElement"]]
    rows = {row["claim_id"]: row for row in read_dataset(export(store, tmp_path / "p.parquet").path).to_dicts()}
    rated = [row for row in rows.values() if row["label"] not in (None, "NOT_A_CLAIM")]
    assert len(reviews) == report.rows == len(rated)
    for review in reviews:
        row = rows[review["url"].split("#claim-")[1]]
        assert review["claimReviewed"] == row["text"] or row["text"] == ATTACK
        assert (
            review["datePublished"]
            == max(each["at"] for each in row["annotations"] if each["label"]).date().isoformat()
        )
        assert review["author"]["name"] == "Example Desk"
        said = review["reviewRating"]["alternateName"]
        assert said == WORDS[row["label"]][("en", "de").index(review["inLanguage"])]
    assert {review["inLanguage"] for review in reviews} == {"de", "en"}


def test_single_pages_hold_one_review_each(tmp_path, store):
    report = export(store, tmp_path / "v", "claimreview-single")
    pages = sorted(report.path.glob("claim-*.json"))
    assert len(pages) == report.rows
    assert {json.loads(page.read_text())["@type"] for page in pages} == {"ClaimReview"}


def test_label_studio_gets_tasks_it_can_import_with_every_answer(tmp_path, store):
    report = export(store, tmp_path / "v", "label-studio")
    tasks = json.loads(report.path.read_text())
    rows = {row["claim_id"]: row for row in read_dataset(export(store, tmp_path / "p.parquet").path).to_dicts()}
    assert len(tasks) == 40
    for task in tasks:
        row = rows[task["data"]["claim_id"]]
        assert {"claim", "who", "context", "past_checks", "source_html"} <= set(task["data"])
        labels = [
            next((r["value"]["choices"][0] for r in each["result"] if r["from_name"] == "verdict"), None)
            for each in task["annotations"]
        ]
        assert labels == [each["label"] for each in row["annotations"]]
        assert [each["was_cancelled"] for each in task["annotations"]] == [label is None for label in labels]


def test_a_label_outside_the_scheme_is_counted_never_exported(tmp_path, store):
    scheme = read_scheme()
    scheme = replace(scheme, choices=tuple(each for each in scheme.choices if each.label is not Label.FALSE))
    report = export_verdicts(store, tmp_path / "v.jsonl", key=KEY, scheme=scheme)
    assert '"label": "FALSE"' not in report.path.read_text()
    assert report.left_out["verdicts with a label outside the scheme"] > 0


def empty_desk(folder: Path) -> Store:
    return Store.open(folder, create=True, write=True)


def test_one_annotator_gives_a_dataset_that_claims_no_agreement(tmp_path):
    with empty_desk(tmp_path / "w") as store:
        article, claims = next(made_articles(1))
        store.record_split(article, claims)
        says(store, claims[1], "so")
        export(store, tmp_path / "v", "hf", report=tmp_path / "r.html")
    assert "There is no agreement to measure: one annotator." in (tmp_path / "v" / "README.md").read_text()
    page = (tmp_path / "r.html").read_text()
    assert "Nothing to measure: one annotator" in page
    assert "Krippendorff" not in page


def test_answers_given_in_one_project_are_never_called_blind(tmp_path, store):
    report = export(store, tmp_path / "v", "hf", report=tmp_path / "r.html")
    words = "40 of them in one project, where each can see the others' answers: not blind"
    assert f"40 claims were judged by two or more annotators, {words}." in (report.path / "README.md").read_text()
    page = html.unescape((tmp_path / "r.html").read_text())
    assert f"On 40 claims that two or more judged, {words}." in page
    assert json.loads(report.manifest.read_text())["shown"]["claims_judged_in_sight_of_others_answers"] == 40


def test_agreement_is_that_of_real_answers_and_of_samples_only_where_there_is_nothing_else(tmp_path):
    with judged_desk(tmp_path / "w", 40) as desk:
        desk.all_say([(Label.TRUE, Label.TRUE)] * 15 + [(Label.TRUE, Label.FALSE)] * 5)
        for claim in range(20, 40):
            for who, label in (("s1@example.org", Label.TRUE), ("s2@example.org", Label.FALSE)):
                desk.says(who, claim, label, sample=True, project=5)
        export(desk.store, tmp_path / "both", "hf", samples=True)
    both = (tmp_path / "both" / "README.md").read_text()
    assert "20 claims were judged by two or more annotators, blind." in both
    assert "share of pairs of answers that agree: 0.75" in both
    with judged_desk(tmp_path / "s", 20) as desk:
        desk.all_say([(Label.TRUE, Label.FALSE)] * 20, sample=True)
        export(desk.store, tmp_path / "alone", "hf", samples=True)
    assert "share of pairs of answers that agree: 0.00" in (tmp_path / "alone" / "README.md").read_text()


def test_skips_alone_and_no_verdict_at_all_are_said_and_nothing_is_written(tmp_path):
    with empty_desk(tmp_path / "w") as store:
        article, claims = next(made_articles(1))
        store.record_split(article, claims)
        with pytest.raises(NothingToExport, match="`claimcheck pull` brings verdicts"):
            export(store, tmp_path / "v", "hf", report=tmp_path / "r.html")
        says(store, claims[1], None, label=None)
        with pytest.raises(NothingToExport, match="1 claim only skipped"):
            export(store, tmp_path / "v.csv")
        says(store, claims[1], "so", label=Label.NOT_A_CLAIM, number=9_002)
        with pytest.raises(FormHasNoPlace, match=r"FEVER has a place for none of the claims .*NOT_A_CLAIM"):
            export(store, tmp_path / "v", "fever")
    assert [each.name for each in tmp_path.iterdir()] == ["w"]


def test_two_exports_laid_together_are_found_out(tmp_path, store):
    one = export(store, tmp_path / "v.jsonl").path.read_bytes()
    other = export_verdicts(store, tmp_path / "o.jsonl", key="cd" * 32).path.read_bytes()
    (tmp_path / "both.jsonl").write_bytes(one + other)
    found = [str(each) for each in examine_dataset(tmp_path / "both.jsonl")]
    assert len(found) == 40
    assert re.match(
        r"line 41, claim_id: '[0-9a-f]{16}' is there twice, first at line 1: take one row a claim", found[0]
    )


def test_an_unknown_form_names_the_known_ones(tmp_path, store):
    with pytest.raises(DatasetFormatUnknown, match=r"use one of parquet, jsonl, csv, hf, .*label-studio"):
        export(store, tmp_path / "v.xlsx")


def test_many_articles_are_settled_in_groups_and_come_out_as_in_one(tmp_path, store, monkeypatch):
    whole = export(store, tmp_path / "whole.parquet")
    monkeypatch.setattr("claimcheck.flows.export_rows._AT_ONCE", 7)
    assert export(store, tmp_path / "parts.parquet").digest == whole.digest


def test_a_method_that_learns_from_all_claims_settles_them_together(tmp_path, writable):
    writable.put_consensus([], method="weighted")
    report = export(writable, tmp_path / "v.parquet")
    rows = read_dataset(report.path)
    assert set(rows["method"]) == {"majority", "weighted"}  # by votes where nobody said how sure they are
    assert all(abs(sum(each["share"] for each in row) - 1) < 1e-9 for row in rows["scores"].to_list() if row)


def test_a_claim_of_a_split_that_was_superseded_stays(tmp_path, writable):
    article, claims = list(made_articles(8))[3]
    writable.record_split(article, claims[:2])
    report = export(writable, tmp_path / "v.parquet")
    assert {each.id for each in claims} <= set(read_dataset(report.path)["claim_id"])
