"""What is put between commas behind a name, before the verb of saying: an age, an office."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import verb_positions

__all__ = ["beside_age", "named_before"]


def beside_age(tokens: list[Token], at: int) -> bool:
    """Whether a comma only sets off an age: "Jo Beck, 68, told"."""
    if tokens[at].text != ",":
        return False
    ages = [tokens[j].text for j in (at - 1, at + 1) if 0 <= j < len(tokens)]
    inner = (at + 2 < len(tokens) and tokens[at + 2].text == ",") or (at > 1 and tokens[at - 2].text == ",")
    return inner and any(age.isdigit() and len(age) == 2 for age in ages)


def named_before(tokens: list[Token], quoted: list[bool], left: int, rules: Rules) -> tuple[int, int] | None:
    """Who stands between commas before a verb that needs a hearer: "…, the town's mayor, Ann Lee, told a meeting"."""
    end = left - 1
    start = end
    for _ in range(2):
        before = max((j for j in range(start) if tokens[j].text == "," or quoted[j]), default=-1) + 1
        piece = tokens[before:start]
        if before == 0 or not piece or verb_positions(piece, rules):
            break
        named = any(token.capital for token in piece)
        if start < end and piece[0].word not in rules.determiners:
            break
        start = before
        if start >= 1 and not named:
            break
        start_of_piece, start = start, start - 1
        if start < 1:
            return (start_of_piece, end)
    start += start < end and tokens[start].text == ","
    return (start, end) if start < end and any(token.capital for token in tokens[start:end]) else None
