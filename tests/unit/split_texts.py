"""Articles made of one block, for the splitter's tests."""

from datetime import date

from claimcheck.records import Article, Block, Claim, Role, Span, article_id
from claimcheck.split import split_article


def article(text: str, language: str, *, role: Role = Role.BODY, published: date | None = date(2023, 4, 11)) -> Article:
    """A text as one block."""
    blocks = (Block(Span(0, len(text)), role),) if text else ()
    return Article(article_id(text), text, blocks, language, published=published)


def split(text: str, language: str, **options: object) -> dict[str, Claim]:
    """The claims of a text by their wording."""
    return {claim.text: claim for claim in split_article(article(text, language, **options))}  # type: ignore[arg-type]


def read(text: str, language: str, published: date | None = date(2023, 4, 11)) -> list[Claim]:
    """The claims of a text in text order, each substitution checked to stand where it says."""
    claims = split_article(article(text, language, published=published))
    for claim in claims:
        for each in claim.substitutions:
            assert text[each.span.start : each.span.end] == each.original
    return sorted(claims, key=lambda claim: claim.spans)


def texts(text: str, language: str) -> list[str]:
    """How the claims of a text read, in text order."""
    return [claim.text for claim in read(text, language)]


def evidence(text: str, language: str) -> set[tuple[str, ...]]:
    """The words that each claim of a text stands on, without the mark that ends their sentence."""
    return {tuple(each.rstrip(".") for each in claim.evidence) for claim in split_article(article(text, language))}


def speakers_of(text: str, language: str = "de") -> dict[str, str | None]:
    """The speakers of the claims of a text by their evidence; its paragraphs are blocks."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(Span(at, at + len(paragraph)), Role.BODY))
        at += len(paragraph) + 2
    claims = split_article(Article(article_id(text), text, tuple(blocks), language))
    return {" ".join(claim.evidence): claim.speaker for claim in claims}


def speaker_of(text: str, words: str) -> str | None:
    """The speaker of the claim of a German text whose evidence holds some words."""
    return next(speaker for evidence, speaker in speakers_of(text).items() if words in evidence)
