"""What answers hold, for the API's description: what goes for all, and whether the server is well."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Health",
    "Page",
    "Problem",
    "Ready",
    "Told",
]


class Told(BaseModel):
    """An answer; more may be added to one later."""

    model_config = ConfigDict(extra="allow")


class Problem(Told):
    """What went wrong, as RFC 9457 has it."""

    type: str
    title: str = Field(description="The kind of failure.")
    status: int
    detail: str = Field(description="One line: what was found, what was wanted, what to do.")
    code: str = Field(description="The failure's name, such as NotFound.")
    remedy: str | None = Field(description="What to do.")
    facts: dict[str, Any]


class Health(Told):
    """The server runs."""

    status: str
    version: str


class Ready(Told):
    """A worker can look past checks up."""

    ready: bool
    reviews: int
    workspace: str


class Page(Told):
    """A part of a list."""

    total: int
    next: int | None = Field(description="The offset of the next part; null: this was the last.")
