"""What requests hold: bodies and parameters, checked strictly, so that what is not described is not taken."""

import re
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from claimcheck.article import MEDIA_TYPES
from claimcheck.records import Label

__all__ = [
    "ID_PATTERN",
    "AddedReview",
    "ArticleIdPath",
    "CheckAddress",
    "CheckBody",
    "CheckText",
    "ClaimIdPath",
    "DayText",
    "Drop",
    "Edit",
    "Flag",
    "LabelName",
    "LanguageCode",
    "Limit",
    "LookupBody",
    "Many",
    "ManyAsked",
    "Offset",
    "Restore",
    "ReviewIdPath",
    "Said",
    "Samples",
    "Seed",
    "Share",
    "ShortText",
    "SplitAddress",
    "SplitBody",
    "SplitText",
]

LabelName = Literal[
    "TRUE", "MOSTLY_TRUE", "HALF_TRUE", "MOSTLY_FALSE", "FALSE", "MISLEADING", "UNVERIFIABLE", "NOT_A_CLAIM"
]
assert set(LabelName.__args__) == {each.value for each in Label}  # type: ignore[attr-defined]

DayText = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]
Said = Annotated[str, Field(min_length=1, max_length=10_000)]
ShortText = Annotated[str, Field(min_length=1, max_length=500)]
Author = Annotated[str, Field(min_length=1, max_length=200, description="Who does it.")]
_LANGUAGE = Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", description="A language code such as de.")
LanguageCode = Annotated[str, _LANGUAGE]


def _as_written(pattern: str) -> BeforeValidator:
    """Takes a parameter only in the form the description has, where pydantic would take more."""

    def check(value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            raise ValueError("is not in the form described")
        return value

    return BeforeValidator(check)


def _whole(value: Any) -> Any:
    """JSON has one kind of number: 3.0 is a whole one too."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


_DIGITS = _as_written(r"-?\d{1,15}")
Flag = Annotated[bool, _as_written("true|false")]
Share = Annotated[float, Field(ge=0, le=1), _as_written(r"-?\d{1,15}(\.\d{1,40})?([eE][-+]?\d{1,3})?")]
Many = Annotated[int, Field(ge=1, le=100), BeforeValidator(_whole)]
ManyAsked = Annotated[int, Field(ge=1, le=100), _DIGITS]
Seed = Annotated[int, Field(ge=0, le=2**31 - 1), _DIGITS]

ID_PATTERN = r"^[0-9A-Za-z._-]{1,100}$"
_START = "An id, or enough of its start."
ClaimIdPath = Annotated[str, Path(pattern=ID_PATTERN, description=_START, examples=["3f9c2a7d81b04e65"])]
ReviewIdPath = Annotated[str, Path(pattern=ID_PATTERN, description=_START, examples=["a81d03c55e7f2b94"])]
ArticleIdPath = Annotated[str, Path(pattern=ID_PATTERN, description=_START, examples=["5b1e90c2d7a4f386"])]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class LookupBody(_Body):
    """Claims in words, and what to look for."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"queries": ["The bridge in Carrow has been closed since May."], "k": 3},
                {"queries": ["Die Zahl der Busse stieg auf 140."], "language": "de", "since": "2020-01-01"},
            ]
        }
    )

    queries: list[Said] = Field(min_length=1, max_length=100, description="Claims in words.")
    k: Many | None = Field(None, description="Past checks per claim; default: the workspace's.")
    min_score: float | None = Field(
        None, ge=0, le=1, description="Only past checks with this probability to be right; default: fitted."
    )
    explain: bool = Field(False, description="Say which words, fields, ranks and scores made each match.")
    said_on: DayText | None = Field(None, description="When it was claimed: much older past checks say so.")
    language: LanguageCode | None = Field(None, description="Only past checks in this language.")
    publisher: ShortText | None = Field(None, description="Only this publisher's.")
    rating: LabelName | None = Field(None, description="Only with this label.")
    since: DayText | None = Field(None, description="Only published on this day or later.")
    until: DayText | None = Field(None, description="Only published on this day or earlier.")


class _About(_Body):
    published: DayText | None = Field(None, description="When it was published.")
    outlet: ShortText | None = Field(None, description="Who published it.")
    title: ShortText | None = Field(None, description="Its headline.")
    url: Annotated[str, Field(max_length=2_000)] | None = Field(None, description="Where it stands.")
    language: LanguageCode | None = Field(None, description="Its language, such as de; default: detected.")
    sentence: bool = Field(False, description="With each claim the sentence it stands in, its own words marked.")


class _Split(_About):
    everything: bool = Field(False, alias="all", description="Also what is not offered, with the reason.")
    dry_run: bool = Field(False, description="Show the claims, keep nothing.")


class _Check(_About):
    top: Many | None = Field(None, description="Only so many claims, the best.")


class _Text(_Body):
    text: str = Field(min_length=1, max_length=20_000_000, description="The article, in the form `media_type` says.")
    media_type: Annotated[str, Field(max_length=200)] | None = Field(
        None,
        description=f"How it is written: {', '.join(MEDIA_TYPES)}. HTML is known by its beginning whatever is said; "
        "default: plain text, in which a Markdown heading keeps its #.",
    )


class _Address(_Body):
    address: str = Field(
        max_length=2_000,
        pattern=r"^https?://[^\s/]",
        description="The address of its page, which the server fetches; never one of its own machine or network.",
    )


_EXAMPLE = {"text": "The bridge in Carrow was closed on 4 May 2021, the council said.\n", "published": "2021-05-05"}
_MARKED = {**_EXAMPLE, "text": f"# Carrow bridge\n\n{_EXAMPLE['text']}", "media_type": "text/markdown"}
_PLACE = {"address": "https://news.example/carrow-bridge", "outlet": "Carrow News"}


class SplitText(_Text, _Split):
    """An article to split, as text."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{**_EXAMPLE, "dry_run": True}, {**_MARKED, "dry_run": True}]}
    )


class SplitAddress(_Address, _Split):
    """An article to split, by its address."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**_PLACE, "dry_run": True}]})


class CheckText(_Text, _Check):
    """An article to check, as text."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**_EXAMPLE, "top": 5}, {**_MARKED, "top": 5}]})


class CheckAddress(_Address, _Check):
    """An article to check, by its address."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**_PLACE, "top": 5}]})


def _given(body: Any) -> str:
    return "address" if isinstance(body, dict) and "address" in body else "text"


SplitBody = Annotated[
    Annotated[SplitText, Tag("text")] | Annotated[SplitAddress, Tag("address")], Discriminator(_given)
]
CheckBody = Annotated[
    Annotated[CheckText, Tag("text")] | Annotated[CheckAddress, Tag("address")], Discriminator(_given)
]


class Edit(_Body):
    """A person's change to a claim; what is not given stays."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"author": "ada", "text": "The bridge in Carrow closed on 4 May 2021."}]}
    )

    author: Author
    text: Said | None = Field(None, description="Better wording.")
    speaker: ShortText | None = Field(None, description="Whose word it rests on; null: the outlet's own.")


class Drop(_Body):
    """Who drops or restores a claim, and why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"author": "ada", "reason": "an opinion"}]})

    author: Author
    reason: Annotated[str, Field(max_length=2_000)] | None = Field(None, description="Why it is not worth checking.")


class Restore(_Body):
    """Who restores a claim."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"author": "ada"}]})

    author: Author


class AddedReview(_Body):
    """One past check, added by hand."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "claim": "The bridge in Carrow has been closed since May.",
                    "rating": "FALSE",
                    "publisher": "Example Desk",
                    "url": "https://desk.example/checks/carrow-bridge",
                    "published": "2021-06-01",
                }
            ]
        }
    )

    claim: Said = Field(description="The claim that was checked.")
    rating: LabelName = Field(description="What the check found.")
    publisher: ShortText = Field(description="Who checked it.")
    url: Annotated[str, Field(max_length=2_000)] | None = Field(None, description="Where the check stands.")
    published: DayText | None = Field(None, description="When it was published.")
    language: LanguageCode | None = Field(None, description="The claim's language; default: detected.")
    summary: Annotated[str, Field(max_length=10_000)] | None = Field(None, description="What it found, in a sentence.")
    title: ShortText | None = Field(None, description="Its headline.")


Limit = Annotated[int, Field(ge=1, le=1_000), _DIGITS, Query(description="At most so many.")]
Offset = Annotated[
    int, Field(ge=0, le=100_000_000), _DIGITS, Query(description="How many to pass over: `next` of the part before.")
]
Samples = Annotated[Flag, Query(description="Sample verdicts too.")]
