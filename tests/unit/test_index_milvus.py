"""The parts of the index in Milvus that need no server: cards, sums, expressions, addresses, the light default path."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from claimcheck.errors import CertificatesUnreadable, ExtraMissing, SettingsInvalid
from claimcheck.errors.indexes import MilvusAddressInvalid
from claimcheck.flows.milvus import kind_of
from claimcheck.flows.milvus_place import milvus_place
from claimcheck.index import Ask, Documents, Effort, Kinds
from claimcheck.index.counts import same_counts
from claimcheck.index.lexical import term_counts
from claimcheck.index.milvus import MilvusCandidates, MilvusCollection, MilvusPlace, State, Tally, make_rows
from claimcheck.index.milvus.cards import CARD_PIECE, CARD_PIECES, pack_cards, unpack_cards
from claimcheck.index.milvus.connection import Connection
from claimcheck.index.milvus.rows import columns_of, where
from claimcheck.index.segment import Built
from claimcheck.match import no_cache
from claimcheck.match.indexing import build_passages
from claimcheck.records import ClaimReview, Label
from claimcheck.settings import Settings, parse_settings
from tests.fakes import HashingEncoder

ENCODER = HashingEncoder(16)


def built(*reviews: ClaimReview) -> Built:
    return build_passages(reviews, ENCODER, no_cache())


def review(number: int, claim: str, **more: object) -> ClaimReview:
    return ClaimReview(f"r{number}", claim, "desk", **more)  # type: ignore[arg-type]


TEXTS = some.text(some.characters(codec="utf-8"), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(
    some.lists(some.tuples(TEXTS, some.none() | TEXTS, some.sampled_from(["de", "en", "und", "zh-Hant"])), max_size=5)
)
def test_columns_come_back_from_their_cards(texts: list[tuple[str, str | None, str]]) -> None:
    made = columns_of(
        built(*(review(at, claim, title=title, language=tongue) for at, (claim, title, tongue) in enumerate(texts)))
    )
    back = unpack_cards([f"r{at}" for at in range(len(texts))], list(pack_cards(made)), 16)
    for name in ("ids", "digests", "claims", "terms", "cuts", "words", "word_cuts", "texts", "text_cuts", "starts"):
        np.testing.assert_array_equal(back[name], made[name], err_msg=name)
    for name in ("vectors", "scales", "spoken", "stemmed", "keys"):
        np.testing.assert_array_equal(back[name], made[name], err_msg=name)


def test_the_longest_past_check_fits_on_its_card() -> None:
    words = "".join(chr(0x4E00 + at % 20_000) + " " * (at % 3 == 0) for at in range(26_000))
    rows, _ = make_rows(built(review(1, words[:5_000], title=words[:1_000], summary=words[:20_000])), [kind(1)])
    assert len(rows[0]["card"]) <= CARD_PIECES
    assert max(map(len, rows[0]["card"])) <= CARD_PIECE
    assert len(rows[0]["stems"].encode()) <= 65_535


def kind(number: int, **more: object) -> object:
    return kind_of(review(number, "x", **more))


@pytest.mark.parametrize("damage", [lambda card: card[:-4], lambda card: "!" + card, lambda card: "", lambda _: "AAAA"])
def test_a_damaged_card_is_told(damage: object) -> None:
    (card,) = pack_cards(columns_of(built(review(1, "It rained in Riverton."))))
    with pytest.raises(ValueError, match="a card"):
        unpack_cards(["r1"], [[damage(card[0])]], 16)  # type: ignore[operator]
    with pytest.raises(ValueError, match="another encoder"):
        unpack_cards(["r1"], [card], 8)


def test_sums_in_whatever_batches_are_those_of_all_at_once() -> None:
    reviews = [review(at, f"The {at % 7} bridges of Riverton cost {at} euro", language="en") for at in range(60)]
    whole = columns_of(built(*reviews))
    documents = Documents([whole])
    tally = Tally()
    for start, end in ((0, 1), (1, 2), (2, 30), (30, 31), (31, 60)):
        tally.add(columns_of(built(*reviews[start:end])))
    assert same_counts(tally.counts(), term_counts(documents, documents.live()))
    assert (tally.count, tally.content, tally.languages) == (60, documents.content(), {"en": 60})

    less = Tally()
    less.add(columns_of(built(*reviews[10:20])))
    before = tally.state(State("e", 16, "w"), stamp=1, reviews="")
    after, counts = Tally().after(less, before, tally.counts(), stamp=2, reviews="")
    rest = Tally()
    rest.add(columns_of(built(*reviews[:10], *reviews[20:])))
    assert same_counts(counts, rest.counts())
    assert (after.count, after.content, after.languages) == (50, rest.content, {"en": 50})


def test_a_mark_changes_with_whatever_its_row_holds_and_with_nothing_else() -> None:
    same = review(1, "It rained.", language="en", rating=Label.FALSE, date_published=date(2024, 1, 1))
    others = [
        review(1, "It poured.", language="en", rating=Label.FALSE, date_published=date(2024, 1, 1)),
        review(1, "It rained.", language="de", rating=Label.FALSE, date_published=date(2024, 1, 1)),
        review(1, "It rained.", language="en", rating=Label.TRUE, date_published=date(2024, 1, 1)),
        review(1, "It rained.", language="en", rating=Label.FALSE, date_published=None),
        ClaimReview("r1", "It rained.", "other", Label.FALSE, date_published=date(2024, 1, 1), language="en"),
    ]
    marks = [kind_of(each).mark for each in (same, *others)]
    assert len(set(marks)) == len(marks)
    assert all(-(1 << 63) <= mark < 1 << 63 for mark in marks)
    unseen = ClaimReview(
        "r1", "It rained.", "desk", Label.FALSE, date_published=date(2024, 1, 1), language="en", source="feed.csv"
    )
    assert kind_of(unseen).mark == marks[0]


@pytest.mark.parametrize(
    ("among", "expression"),
    [
        (None, ""),
        (Kinds(), ""),
        (["b", 'a"'], 'id in ["b", "~6122"]'),
        (Kinds(language="de", rating="FALSE"), 'language == "de" and rating == "FALSE"'),
        (Kinds(language='x" or "" == "'), 'id == ""'),
        (Kinds(since=date(1, 1, 2), until=date(1, 1, 3)), "day >= 2 and day > 0 and day <= 3"),
    ],
)
def test_what_to_look_among_becomes_an_expression(among: object, expression: str) -> None:
    assert where(among) == expression  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("uri", "why"),
    [
        ("milvus", "is neither an address nor a file"),
        ("ftp://127.0.0.1", "is no http or https address"),
        ("http://", "is no http or https address"),
        ("http://127.0.0.1:99999", "is no http or https address"),
        ("http://[::1", "is no http or https address"),
        ("http://root:s3cret@127.0.0.1:19530", "was given with a password"),
        ("http://root:s3cret@127.0.0.1:99999", "is no http or https address"),
        ("tcp://root:s3cret@127.0.0.1:19530", "is no http or https address"),
        ("root:s3cret@127.0.0.1:19530", "is neither an address nor a file"),
        ("root:s3cret@tcp://127.0.0.1", "is no http or https address"),
    ],
)
def test_an_address_that_is_none_is_told_without_its_password(tmp_path: Path, uri: str, why: str) -> None:
    with pytest.raises(MilvusAddressInvalid, match=why) as raised:
        milvus_place(Settings(index_engine="milvus", index_uri=uri), tmp_path, "0")
    assert "s3cret" not in str(raised.value)


def test_the_place_comes_from_settings_and_the_token_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_MILVUS_TOKEN", "s3cret")
    (tmp_path / "ca.pem").write_text("-----BEGIN CERTIFICATE-----")
    given = Settings(index_uri="https://milvus.example:443", index_database="desks", index_ca="ca.pem", index_timeout=5)
    place = milvus_place(given, tmp_path, "ab12")
    assert place == MilvusPlace(
        "https://milvus.example:443", "claimcheck_ab12", "s3cret", "desks", str(tmp_path / "ca.pem"), 5
    )
    assert "s3cret" not in repr(place)
    embedded = milvus_place(Settings(index_uri="milvus.db", index_collection="c"), tmp_path, "ab12")
    assert (embedded.uri, embedded.collection, embedded.embedded) == (str(tmp_path / "milvus.db"), "c", True)
    assert embedded.token is None


def test_no_search_asks_for_more_than_a_server_gives() -> None:
    class Recorded(Connection):
        def __init__(self) -> None:
            self.place, self._client, self.limits = MilvusPlace("http://127.0.0.1:1", "c"), self, list[int]()

        def hybrid_search(self, _name: str, asked: list[Any], _ranker: object, **options: int) -> object:
            self.limits += [*(each.limit for each in asked), options["limit"]]
            return [[]]

    connection = Recorded()
    collection = MilvusCollection.__new__(MilvusCollection)
    collection.connection, collection.name = connection, "c"
    tally = Tally()
    tally.add(columns_of(built(review(1, "It rained."))))
    state = tally.state(State("e", 16, "w"), stamp=1, reviews="")
    candidates = MilvusCandidates(collection, state, tally.counts(), Effort())
    ask = Ask("it rained", np.ones(16, np.float32), "en")
    assert len(list(candidates.candidates([ask], 90_000, None))) == 1
    assert len(connection.limits) == 5
    assert max(connection.limits) == 16_384


def test_what_a_filter_leaves_is_counted_by_the_server_and_all_without_asking_it() -> None:
    class Counted(Connection):
        def __init__(self) -> None:
            self.place, self._client = MilvusPlace("http://127.0.0.1:1", "c"), self
            self.asked: list[tuple[str, list[str]]] = []

        def query(self, _name: str, filter: str, output_fields: list[str], **_options: object) -> object:
            self.asked.append((filter, output_fields))
            return [{"count(*)": 20}]

    connection = Counted()
    collection = MilvusCollection.__new__(MilvusCollection)
    collection.connection, collection.name = connection, "c"
    tally = Tally()
    tally.add(columns_of(built(review(1, "It rained."))))
    candidates = MilvusCandidates(
        collection, tally.state(State("e", 16, "w"), stamp=1, reviews=""), tally.counts(), Effort()
    )
    assert candidates.size(None) == 1
    assert connection.asked == []
    assert candidates.size(Kinds(language="de")) == 20
    assert connection.asked == [('language == "de"', ["count(*)"])]


@pytest.mark.parametrize(("content", "says"), [(None, "cannot be read"), ("nothing", "holds no certificate")])
def test_a_file_of_certificates_that_is_none_is_told(tmp_path: Path, content: str | None, says: str) -> None:
    if content:
        (tmp_path / "ca.pem").write_text(content)
    with pytest.raises(CertificatesUnreadable, match=says):
        milvus_place(Settings(index_uri="https://milvus.example", index_ca="ca.pem"), tmp_path, "0")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("engine='milvuz'", "index.engine is 'milvuz', wanted files or milvus"),
        ("engine='milvus'", "index.engine is 'milvus' without index.uri"),
        ("collection='a b'", "index.collection is 'a b', wanted letters, digits and _"),
        ("timeout=0", "index.timeout is 0, wanted seconds"),
        ("token='x'", "has an unknown key index.token"),
    ],
)
def test_settings_of_the_index_that_make_no_sense_are_told(text: str, says: str) -> None:
    with pytest.raises(SettingsInvalid) as raised:
        parse_settings(f"[index]\n{text}")
    assert says in str(raised.value)


@pytest.mark.parametrize(("library", "uri"), [("pymilvus", "http://127.0.0.1:1"), ("milvus_lite", "a.db")])
def test_a_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library: str, uri: str) -> None:
    if library == "pymilvus":
        monkeypatch.setitem(sys.modules, library, None)
    else:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ExtraMissing, match=r"pip install 'claimcheck\[milvus\]'"):
        MilvusCollection(MilvusPlace(uri if "://" in uri else str(tmp_path / uri), "c"))


def test_a_desk_with_its_index_in_files_never_loads_what_speaks_to_milvus(tmp_path: Path) -> None:
    code = f"""
import json, sys
from typer.testing import CliRunner
from claimcheck.cli.app import app
open("feed.jsonl", "w").write(json.dumps({{"claim_reviewed": "It rained", "publisher": "desk", "language": "en"}}))
for line in (["reviews", "import", "feed.jsonl"], ["lookup", "it rained"], ["match"], ["doctor"]):
    done = CliRunner().invoke(app, [*line, "-w", {str(tmp_path / "desk")!r}])
    assert done.exit_code == 0, done.output
names = ("pymilvus", "milvus_lite", "grpc", "claimcheck.index.milvus", "claimcheck.flows.milvus")
print([each for each in names if each in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


def test_the_settings_that_the_readme_shows_are_settings() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    (block,) = (
        each for each in re.findall(r"```toml\n(.*?)```", readme.read_text("utf-8"), re.DOTALL) if "uri" in each
    )
    assert parse_settings(block).index_engine == "milvus"
