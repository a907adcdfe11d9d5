"""Real published fact checks, as found: the expected values were read off the files, not off the reader.

``real_samples.tsv`` holds what each file must give: for every review the claim as a digest, the rating word (a sentence
as a digest), the day and the address, or how many records are refused and why.
"""

import gzip
import hashlib
import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from claimcheck.errors import NoReviewFound
from claimcheck.records import ClaimReview, Label
from claimcheck.reviews import NO_MARKUP, Rejected, read_reviews

SAMPLES = Path(__file__).with_name("real_samples.tsv")

pytestmark = pytest.mark.needs_shared_data

ONE = {
    # file: publisher, the publisher's word, label, day published, language
    "02-googleapi-single-claim-vishvas.json": ("vishvasnews.com", "False", Label.FALSE, "2019-06-20", "ur"),
    "03-afp-faktencheck.html": ("AFP", "Falsch", Label.FALSE, "2021-08-24", "de"),
    "04-afp-factuel.html": ("AFP", "Faux", Label.FALSE, "2022-01-28", "fr"),
    "05-afp-factual-enganoso.html": ("Factual", "Engañoso", Label.MISLEADING, "2021-06-01", "es"),
    "08-afp-factcheck-misleading.html": ("AFP", "Misleading", Label.MISLEADING, "2022-03-02", "en"),
    "09-afp-factcheck-false.html": ("AFP Fact Check", "False", Label.FALSE, "2020-06-24", "en"),
    "11-africacheck.html": ("Africa Check", "Incorrect", Label.FALSE, "2020-03-27", "en"),
    "12-africacheck-old.html": ("Africa Check", "Incorrect", Label.FALSE, "2020-07-06", "en"),
    "14-lupa.html": ("Agência Lupa", "Falso", Label.FALSE, "2020-08-31", "pt"),
    "18-efe-verifica.html": ("Agencia EFE", "Falso.", Label.FALSE, "2022-10-24", "es"),
    "20-newtral-fakes.html": ("Newtral", "Falso", Label.FALSE, "2022-10-17", "es"),
    "21-20minutes.html": ("20 minutes", "really_false", None, "2022-05-11", "fr"),
    "23-aajtak.html": ("Aajtak", "False", Label.FALSE, "2020-07-05", "hi"),
    "25-vishvas-english.html": ("Vishvas News", "False", Label.FALSE, "2022-11-01", "en"),
    "29-indiatoday-mixed-blocks.html": ("India Today", "Half true", Label.HALF_TRUE, "2020-10-13", "en"),
    "30-indiatoday.html": ("India Today", "Mostly false", Label.MOSTLY_FALSE, None, "en"),
    "31-newschecker.html": ("Newschecker.in", "False", Label.FALSE, "2022-11-27", "en"),
    "32-thequint.html": ("The Quint", "False", Label.FALSE, "2020-06-16", "en"),
    "34-tfc-taiwan.html": ("台灣事實查核中心", "錯誤", Label.FALSE, "2022-04-08", "zh"),
    "35-tfc-taiwan-unproven.html": ("台灣事實查核中心", "證據不足", Label.UNVERIFIABLE, "2020-09-30", "zh"),
    "41-afp-factual-inverted.json": ("Factual", "Falso", Label.FALSE, "2020-10-07", "es"),
    "43-politifact-custom-rating.json": ("politifact.com", "Not really, charts say", None, "2017-03-01", "en"),
    "46-tjekdet.json": ("TjekDet", "Falsk", Label.FALSE, "2019-01-23", "da"),
    "47-politifact-mediareview.json": ("PolitiFact", "False", Label.FALSE, "2020-11-09", "en"),
    "48-politifact-factstream.json": ("PolitiFact", "False", Label.FALSE, "2020-03-11", "en"),
    "50-schemaorg-example-1.json": ("politifact.com", "True", Label.TRUE, "2014-07-23", "en"),
    "51-schemaorg-example-2.json": ("danbri.org", None, None, "2017-07-06", "en"),
    "52-schemaorg-microdata.html": ("Politifact", "True", Label.TRUE, "2014-07-23", "en"),
    "53-sciencefeedback-api.json": ("Health Feedback", "Incorrect", Label.FALSE, None, "en"),
    "54-defacto-api.json": ("XXXXXXXXXXX", "Faux", Label.FALSE, "2022-12-09", "fr"),
    "57-aosfatos-2026.html": ("aosfatos.org", "falso", Label.FALSE, "2026-03-13", "pt"),
    "60-estadao-2026.html": ("estadao.com.br", "Falso", Label.FALSE, "2026-03-06", "pt"),
}

MANY = {
    # file: how many of each label, counted from the rating words alone and mapped by hand
    "37-newtral-api-list.json": {Label.MISLEADING: 10, Label.FALSE: 5},
    "56-googleapi-claims-search-en.json": {Label.FALSE: 7, Label.MISLEADING: 3},
    "66-claimskg-politifact.csv": {Label.FALSE: 27, Label.MOSTLY_FALSE: 3},
    "67-claimskg-snopes.csv": {
        Label.TRUE: 8,
        Label.FALSE: 8,
        Label.MISLEADING: 7,
        Label.HALF_TRUE: 3,
        Label.MOSTLY_TRUE: 2,
        Label.MOSTLY_FALSE: 1,
        Label.UNVERIFIABLE: 1,
        None: 3,
    },
    "68-claimskg-fullfact.csv": {Label.FALSE: 21, None: 13, Label.HALF_TRUE: 4, Label.TRUE: 4},
    "69-claimskg-afpfactcheck.csv": {Label.FALSE: 39, Label.MISLEADING: 15},
    "71-claimskg-fatabyyano.csv": {Label.FALSE: 31, Label.TRUE: 1},
    "73-claimskg-truthorfiction.csv": {
        Label.TRUE: 14,
        Label.MISLEADING: 11,
        Label.FALSE: 2,
        Label.HALF_TRUE: 1,
        Label.UNVERIFIABLE: 1,
        None: 1,
    },
    "75-claimskg-checkyourfact.csv": {Label.FALSE: 36, Label.MISLEADING: 2},
}

REFUSED = {
    # file: how many records, and why none is a check
    "36-factcheckorg-no-claimreview.html": (1, NO_MARKUP),
    "45-lemonde-decodex-empty-claim.json": (1, "the claim text is empty"),
    "74-claimskg-aap.csv": (30, "the claim text is empty"),
    "78-facta-antibufale.json": (12, "no claim text"),
}


@pytest.mark.parametrize("name", ONE)
def test_a_published_check_gives_what_stands_in_it(shared: Path, name: str) -> None:
    (review,) = read_reviews(shared / "data/claimreview" / name)
    assert isinstance(review, ClaimReview), review
    day = review.date_published.isoformat() if review.date_published else None
    assert (review.publisher, review.alternate_name, review.rating, day, review.language) == ONE[name]


@pytest.mark.parametrize("name", MANY)
def test_a_published_list_gives_every_check_and_rating(shared: Path, name: str) -> None:
    found = list(read_reviews(shared / "data/claimreview" / name))
    assert all(isinstance(each, ClaimReview) for each in found)
    assert Counter(each.rating for each in found if isinstance(each, ClaimReview)) == MANY[name]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_check_is_refused_with_the_reason(shared: Path, name: str) -> None:
    found = list(read_reviews(shared / "data/claimreview" / name))
    count, why = REFUSED[name]
    assert len(found) == count
    assert all(isinstance(each, Rejected) and each.reason.startswith(why) for each in found)


def test_every_claim_word_day_and_address_of_the_55_files_is_read_or_refused_with_the_reason(shared: Path) -> None:
    folder = shared / "data/claimreview"
    wanted = [tuple(line.split("\t")) for line in SAMPLES.read_text(encoding="utf-8").splitlines()[1:]]
    files = sorted(path for path in folder.iterdir() if path.suffix != ".md")
    assert len(files) == len({name for name, *_ in wanted}) == 55
    found: list[tuple[str, ...]] = []
    for path in files:
        refused: Counter[str] = Counter()
        outcomes: list[ClaimReview | Rejected] = []
        try:
            outcomes = list(read_reviews(path))
        except NoReviewFound:
            found.append((path.name, "0 rejected", "holds no past check", "", ""))
        for each in outcomes:
            if isinstance(each, Rejected):
                refused[each.reason.split(": ", 1)[-1]] += 1
                continue
            day = each.date_published.isoformat() if each.date_published else ""
            claim, word = digest(each.claim_reviewed), each.alternate_name or ""
            found.append((path.name, claim, word if len(word) <= 40 else "#" + digest(word), day, each.url or ""))
        found += [(path.name, f"{count} rejected", why, "", "") for why, count in refused.items()]
    assert Counter(found) == Counter(wanted)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def test_a_scrapers_answer_without_a_check_says_so(shared: Path) -> None:
    with pytest.raises(NoReviewFound):
        list(read_reviews(shared / "data/claimreview/40-pender-response.json"))


def test_a_verdict_with_its_reason_in_one_cell_is_read_by_its_head(shared: Path) -> None:
    for name in ("15-comprova.html", "59-comprova-2026.html"):
        (review,) = read_reviews(shared / "data/claimreview" / name)
        assert isinstance(review, ClaimReview)
        assert review.rating is Label.FALSE
        assert len(review.alternate_name or "") > 40


def test_a_relative_address_is_completed_from_its_page(shared: Path) -> None:
    (review,) = read_reviews(shared / "data/claimreview/17-estadao.html")
    assert isinstance(review, ClaimReview)
    assert (review.url or "").startswith("https://www.estadao.com.br/estadao-verifica/")
    assert review.publisher == "Estadão"


def test_no_published_check_has_an_address_that_is_not_http(shared: Path) -> None:
    for path in sorted((shared / "data/claimreview").iterdir()):
        if path.suffix == ".md" or path.name.startswith("40-"):
            continue
        for each in read_reviews(path):
            if isinstance(each, ClaimReview):
                assert (each.url or "https://").startswith(("http://", "https://"))
                assert each.claim_reviewed == " ".join(each.claim_reviewed.split())
                assert "&#" not in each.claim_reviewed


BLOCK = re.compile(r"(<script[^>]*ld\+json[^>]*>)(.*?)(</script>)", re.DOTALL | re.IGNORECASE)


def wrapped(page: str, way: str) -> bytes:
    """A page as other systems would have served or kept it."""
    match way:
        case "trailing comma":
            page = BLOCK.sub(
                lambda b: b[1] + re.sub(r"\}(\s*\]?\s*)$", r",}\1", b[2].rstrip().rstrip(";")) + b[3], page
            )
        case "cdata":
            page = BLOCK.sub(lambda b: f"{b[1]}\n//<![CDATA[\n{b[2]}\n//]]>\n{b[3]}", page)
        case "entities":
            page = BLOCK.sub(lambda b: b[1] + b[2].replace("&", "&amp;").replace('"', "&quot;") + b[3], page)
        case "twice encoded":
            page = BLOCK.sub(lambda b: b[1] + json.dumps(b[2]).replace("</", "<\\/") + b[3], page)
        case "crlf and mark":
            page = "\ufeff" + page.replace("\n", "\r\n")
        case "post":
            return json.dumps([{"id": 1, "content": {"rendered": page}}]).encode()
        case "packed":
            return gzip.compress(page.encode())
    return page.encode()


WAYS = ["trailing comma", "cdata", "entities", "twice encoded", "crlf and mark", "post", "packed"]


@pytest.mark.parametrize("way", WAYS)
def test_a_published_page_gives_the_same_however_it_is_wrapped(shared: Path, way: str) -> None:
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()[1:]
    wanted = {name: rest for name, *rest in (line.split("\t") for line in lines) if name.endswith(".html")}
    wrong = []
    for name, (claim, word, day, url) in wanted.items():
        if claim.endswith("rejected") or name.startswith("52"):
            continue
        page = (shared / "data/claimreview" / name).read_text(encoding="utf-8")
        found = [
            each for each in read_reviews("-", stdin=io.BytesIO(wrapped(page, way))) if isinstance(each, ClaimReview)
        ]
        facts = [
            (digest(each.claim_reviewed), str(each.date_published or ""), each.alternate_name or "") for each in found
        ]
        here = word if not word.startswith("#") else (found[0].alternate_name if found else "")
        if facts != [(claim, day, here)] or found[0].url != url:
            wrong.append((name, facts, [each.url for each in found]))
    assert wrong == []
