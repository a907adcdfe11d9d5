"""Words for someone in a sentence, and people named side by side as one group."""

from dataclasses import dataclass, replace

from claimcheck.split.tokens import Token

__all__ = ["Reference", "together"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words for someone: tokens ``start`` to ``end``. ``name`` is None where the article gives no name here."""

    start: int
    end: int
    key: str | None  # who; None where it stays open
    name: str | None
    form: str  # name, office, phrase or pronoun
    female: bool | None = None
    many: bool = False
    whose: str = ""  # the ending or the word that makes it "whose"
    subject: bool = False


def together(tokens: list[Token], found: list[Reference]) -> list[Reference]:
    """People named side by side, as the one group that "they" can mean: "Ann Lee, Bo Ray and Cy Fox"."""
    groups = []
    run: list[Reference] = []
    for each in [*found, None]:
        between = [token.word for token in tokens[run[-1].end : each.start]] if run and each else []
        named = each is not None and each.form == "name" and not each.whose and each.name is not None
        joined = between in ([","], ["and"], ["und"], [",", "and"])
        if named and each is not None and joined:
            run.append(each)
            continue
        if len(run) > 1 and tokens[run[-1].start - 1].word in {"and", "und"}:
            names = [one.name or "" for one in run]
            name = f"{', '.join(names[:-1])} {tokens[run[-1].start - 1].word} {names[-1]}"
            groups.append(replace(run[0], end=run[-1].end, key=f"pair:{name}", name=name, female=None, many=True))
        run = [each] if named and each is not None else []
    return groups
