"""A desk with articles, claims and several annotators' answers, made up: as many as a test wants, always the same."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

from claimcheck.records import (
    Article,
    Block,
    Claim,
    ClaimKind,
    ClaimReview,
    Evidence,
    Label,
    Relation,
    Role,
    ShownCheck,
    Span,
    Verdict,
    article_id,
)
from claimcheck.store import Store
from tests.made_records import made_claim

SERVER = "http://127.0.0.1:8080"
PEOPLE = ("ada@example.org", "bob@example.org", "cleo@example.org", "dan@example.org")
OUTLETS = ("Harwick Courier", "Mühltaler Bote", "Küstenblatt", None)
ATTACK = "<script>document.title='owned'</script><img src=x onerror=alert(1)> “quoted” & more"
FIRST = datetime(2026, 3, 1, 9, tzinfo=UTC)


_WHO = ("The council", "A hospital", "The river board", "Two farmers", "The railway", "An orchestra", "The university")
_DID = ("closed", "bought", "painted", "flooded", "counted", "sold", "rebuilt", "measured", "lost", "insured", "moved")
_WHAT = ("libraries", "tractors", "bridges", "violins", "turbines", "wards", "orchards", "carriages", "ovens", "wells")
_WHERE = (
    "Harwick",
    "Mühltal",
    "Oakmere",
    "Lindau",
    "Porthgwarra",
    "Selb",
    "Dunmore",
    "Aalen",
    "Whitby",
    "Kiel",
    "Tring",
)


def _sentence(number: int, language: str) -> str:
    """A claim that has little in common with those before and after it."""
    who, did = _WHO[number % len(_WHO)], _DID[number % len(_DID)]
    what, where = _WHAT[(number * 3) % len(_WHAT)], _WHERE[(number * 7) % len(_WHERE)]
    if language == "de":
        return f"{where}: Im Jahr {1990 + number % 35} waren es {number} {what}."
    return f"{who} {did} {number} {what} in {where}."


def made_articles(count: int, *, claims: int = 5) -> Iterator[tuple[Article, list[Claim]]]:
    """Articles of as many claims each, one sentence a claim; the first claim of the first article is an attack."""
    for number in range(count):
        language = "de" if number % 3 == 0 else "en"
        sentences = [_sentence(number * claims + place, language) for place in range(claims)]
        if number == 0:
            sentences[0] = ATTACK
        text = "\n\n".join(sentences)
        article = Article(
            id=article_id(text),
            text=text,
            blocks=(Block(Span(0, len(text)), Role.BODY),),
            language=language,
            title=f"Busse & Bahnen {number}",
            published=date(2026, 1, 1) + timedelta(days=number),
            outlet=OUTLETS[number % len(OUTLETS)],
            url=f"https://example.org/{number}",
        )
        found = [made_claim(each, text, kind=ClaimKind.QUANTITY, language=language) for each in sentences]
        yield article, found


def made_verdicts(claims: list[Claim], *, seed: int, first: int = 1) -> list[Verdict]:
    """Two to four people's answers to each claim: mostly what is so, sometimes another label, now and then a skip."""
    random, found = Random(seed), list[Verdict]()
    labels = list(Label)
    for place, claim in enumerate(claims):
        truth = labels[random.randrange(len(labels))]
        people = random.sample(PEOPLE, random.choice((2, 2, 3, 4)))
        if place == 0 and seed == 0:
            truth, people = Label.TRUE, list(PEOPLE[:2])
        for each, person in enumerate(people):
            label = truth if random.random() < 0.75 else random.choice(labels)
            if place == 0 and seed == 0:
                label = (Label.TRUE, Label.FALSE)[each]
            skipped = random.random() < 0.05 and each > 1
            moment = FIRST + timedelta(minutes=len(found) * 7, days=seed % 40)
            found.append(
                Verdict(
                    claim_id=claim.id,
                    label=None if skipped else label,
                    annotator=person,
                    decided_at=moment,
                    server=SERVER,
                    project_id=1,
                    task_id=first + place,
                    annotation_id=first * 10 + len(found),
                    updated_at=moment,
                    justification=f"Laut Haushalt {1990 + seed} so." if not skipped else None,
                    evidence=(Evidence("https://example.org/haushalt", "Busse", date(2026, 3, 1), "supports"),),
                    confidence=random.choice((3, 4, 5, None)),
                    seconds=round(random.lognormvariate(4.2, 0.8), 1),
                    as_of=date(2026, 2, 1),
                    shown=(ShownCheck(f"r{seed}", 1, 0.7, 0.8, Relation.RELATED),) if place % 2 else (),
                )
            )
    return found


def fill_desk(store: Store, articles: int, *, claims: int = 5) -> list[Claim]:
    """Put articles with their claims and answers into a workspace; the claims."""
    every: list[Claim] = []
    reviews = [
        ClaimReview(f"r{number}", f"Harwick lost {number} buses.", "A desk", rating=Label.FALSE, licence="cc-by-4.0")
        for number in range(articles)
    ]
    with store.transaction():
        store.put_reviews(reviews)
        store.put_project(SERVER, 1, "claimcheck", "0123456789abcdef")
        for number, (article, found) in enumerate(made_articles(articles, claims=claims)):
            store.record_split(article, found)
            store.put_verdicts(made_verdicts(found, seed=number, first=number * 100 + 1), {})
            every += found
    return every
