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
