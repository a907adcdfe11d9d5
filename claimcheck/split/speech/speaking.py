"""Who "er" or "sie" is at the front of what somebody is said to say: "Der Funktionär sagte, er habe …"."""

from collections.abc import Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.tellers import is_agent
from claimcheck.split.words.tokens import Token

__all__ = ["speaking_german"]

_FRAME = 10  # tokens before what is said in which it stands who says it
_OF_OTHERS = tuple(
    words(
        """polizist polizistin beamter beamte beamtin staatsanwalt staatsanwältin anwalt anwältin verteidiger
        verteidigerin richter richterin arzt ärztin trainer trainerin mutter vater sprecher sprecherin zeuge zeugin
        bruder schwester sohn tochter nachbar nachbarin freund freundin gutachter gutachterin ermittler ermittlerin
        kollege kollegin"""
    )
)  # who mostly speak of somebody else


def speaking_german(tokens: Sequence[Token], start: int, someone: tuple[str, bool | None], rules: Rules) -> str | None:
    """The words for who speaks, in the nominative, where what they say begins with a pronoun for them at ``start``.

    ``someone``: their name or the noun for them, and whether she is known to be a woman. None where it may be another.
    """
    name, female = someone
    pronoun = tokens[start].word
    frame = tokens[max(0, start - _FRAME) : start]
    led = tokens[start - 1].text == "," and any(each.word in rules.speech_verbs for each in frame)
    many = tokens[start + 1].word.endswith("n")
    if not led or pronoun not in {"er", "sie"} or many or female is (pronoun == "er"):
        return None
    if any(each.word.endswith(_OF_OTHERS) for each in frame):
        return None
    *describing, noun = name.split()
    common = is_agent(noun.casefold(), rules) or noun.casefold() in rules.person_nouns | rules.man_nouns
    common = common or noun.casefold() in rules.woman_nouns or noun.casefold().endswith(rules.role_endings)
    if female is not None and not common:
        return name
    weak = all(each[:1].islower() and each.endswith("e") for each in describing)
    woman = noun.endswith("in")
    if not common or not weak or woman is not (pronoun == "sie") or not noun[:1].isupper():
        return None
    return " ".join(["die" if woman else "der", *describing, noun])
