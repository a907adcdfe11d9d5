"""From the bytes of an article to a row of the dataset, a claim's evidence is the article's text at its spans."""

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.article import parse_article
from claimcheck.dataset import read_dataset
from claimcheck.errors import ClaimcheckError
from claimcheck.flows.export import export_verdicts
from claimcheck.labelstudio.tasks import import_task
from claimcheck.records import Article, Label, Verdict
from claimcheck.scheme import read_scheme
from claimcheck.split import find_passages, split_article
from claimcheck.store import Store

# emoji beyond the first plane, with a joiner; no-break and narrow spaces; soft hyphens and marks within words; two ways
# to end a line; right to left, with its control characters
SENTENCES = [
    "Die Stadt Köln 🇩🇪 zahlte am Montag 2.000\u00a0Euro an 12 Vereine.",
    "Das Do\u00adnau\u00addampf\u00adschiff hatte 1912 genau 300 Passagiere an Bord.",
    "Cafe\u0301 Central in Zürich schloss 2019, sagte Anna Müller 👩‍⚕️.",
    "The council of Harwick spent 4.2\u202fmillion pounds on the bridge in 2019 😀.",
    "מועצת העיר שילמה 300 שקלים בשנת 2019.",
    "\u202bقال المجلس إن 12 شخصا ماتوا في 2019\u202c.",
    "„Wir bauen 300 Häuser“, sagte Bürgermeister Jürgen Groß 🏛️ am 3. Mai 2021.",
]
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n\n", "\r\n", "\r\n\r\n", "\u00a0", "\u2028"])),
    min_size=2,
    max_size=8,
).map(lambda parts: "".join(sentence + gap for sentence, gap in parts))
AT = datetime(2026, 5, 1, 12, tzinfo=UTC)


def read(text: str, language: str, media_type: str) -> Article:
    if media_type == "text/html":
        text = "<html><body><article><p>" + text.replace("\n\n", "</p><p>") + "</p></article></body></html>"
    return parse_article(
        text.encode(), origin="story", media_type=media_type, language=language, published=date(2026, 4, 30)
    )


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(TEXTS, st.sampled_from(["de", "en", "he"]), st.sampled_from(["text/plain", "text/html"])),
        min_size=3,
        max_size=6,
    )
)
def test_offsets_hold_from_the_bytes_through_store_and_task_to_every_export(
    stories: list[tuple[str, str, str]],
) -> None:
    scheme = read_scheme()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "desk", create=True, write=True) as store:
        judged = 0
        for story in stories:
            try:
                article = read(*story)
            except ClaimcheckError:
                continue
            store.add_article(article)
            store.record_split(article, split_article(article))
        texts = {article.id: article.text for article in store.articles()}
        for stored in store.claims():
            claim, article = stored.claim, store.article(stored.claim.article_id)
            at_spans = tuple(texts[claim.article_id][span.start : span.end] for span in claim.spans)
            assert claim.evidence == at_spans

            passages = find_passages(article, claim.spans)
            marked = [each.text[mark.start : mark.end] for each in passages for mark in each.marks]
            assert sorted(marked) == sorted(at_spans)

            task = import_task(claim, article, [], scheme)
            for region, evidence in zip(task["predictions"][0]["result"], at_spans, strict=True):
                value = region["value"]
                assert task["data"]["context"][value["start"] : value["end"]] == value["text"]
                assert value["text"] == evidence.replace("\r\n", "\n")

            judged += 1
            store.put_verdicts([Verdict(claim.id, Label.TRUE, "a@b.example", AT, "http://x", 1, 1, judged, AT)], {})
        if not judged:
            return
        for form in ("jsonl", "parquet", "csv"):
            report = export_verdicts(store, Path(folder) / f"v.{form}", key="ab" * 32)
            rows = read_dataset(report.path).to_dicts()
            assert len(rows) == judged
            for row in rows:
                assert row["evidence"] == [texts[row["article_id"]][start:end] for start, end in row["spans"]]
