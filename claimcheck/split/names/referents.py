"""Words for someone in a sentence, and people named side by side as one group."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from claimcheck.split.languages import Rules
from claimcheck.split.names.people import bare
from claimcheck.split.words.tellers import is_agent, persons
from claimcheck.split.words.tokens import Token

__all__ = ["Reference", "candidates", "group_words", "named_later", "strangers", "thing_pronouns", "together"]


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


def candidates(near: Iterable[Reference], female: bool | None, many: bool | None) -> dict[str, Reference]:
    """Those who fit a pronoun, each once; a pronoun that found no one is someone else."""
    near = list(near)
    fit: dict[str | None, Reference] = {}
    for each in near:
        if each.key and _fits(each, female, many):
            fit[each.key] = fit[each.key] if each.key in fit and fit[each.key].subject else each
    for each in near:
        if each.key is None and each.subject and not many and not each.many and each.female is not None:
            fit |= {f"?{each.start}": each} if each.female == female else {}
    return {key: each for key, each in fit.items() if key}


def _fits(each: Reference, female: bool | None, many: bool | None) -> bool:
    """Whether a pronoun of a sex and number can mean someone."""
    if many is None:  # "ihre": hers or theirs
        return each.many or (each.female is True and each.subject)
    if many != each.many:
        return False
    return many or each.female is None or female is None or each.female == female


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


def group_words(word: str, key: str, groups: Mapping[str, str], rules: Rules) -> str | None:
    """What a group is called where a pronoun means it: "the loggers"; None where cases would have to change."""
    if not key.startswith("group:") or word not in rules.subject_pronouns:
        return None  # "them" means things as often
    noun = key.removeprefix("group:")
    noun = groups.get(noun) or next((each for each in groups.values() if each.split()[-1] == noun), noun)
    if rules.comma_bound:
        plain = not noun.endswith("te") and noun not in {"menschen", "leute", "personen"}
        return f"die {noun.capitalize()}" if word == "sie" and plain else None
    if noun in {"people", "persons", "individuals"}:
        return None
    return noun if noun in {"police", "staff"} else f"the {noun}"


def named_later(tokens: list[Token], each: Reference, speaker: tuple[int, int] | None, rules: Rules) -> bool:
    """Whether the clause names behind a pronoun the one it was taken for, other than as who speaks.

    Nor does "they" behind "where" mean who was taken for it: "Police say he sent tools to York, where they were sold".
    """
    if each.many and each.start and tokens[each.start - 1].word == "where" and each.form == "pronoun":
        return True
    if not each.name or each.many or each.whose:
        return False
    last = each.name.split()[-1].casefold()
    ends = rules.subordinators | rules.coordinators | rules.relatives
    for j in range(each.end, len(tokens)):
        token = tokens[j]
        if (speaker and speaker[0] <= j < speaker[1]) or (not token.is_word and token.text in ",;:–—-"):
            return False
        if token.word in ends and not token.capital:
            return False
        if token.capital and bare(token.word)[0] == last:
            return True
    return False


def thing_pronouns(tokens: list[Token], rules: Rules) -> frozenset[str]:
    """The pronouns that may mean a thing which opens a German clause: "er" behind "Der Einsatz ist gefährlich"."""
    people = persons(rules)
    found = set()
    for at, token in enumerate(tokens[:-1] if rules.comma_bound else ()):
        wanted = {"der": "er", "die": "sie"}.get(token.word)
        if wanted is None or token.tag != "art" or (at and tokens[at - 1].is_word and tokens[at - 1].tag != "fin"):
            continue
        noun = next((each for each in tokens[at + 1 : at + 4] if each.tag != "adj"), None)
        if noun and noun.tag == "noun" and noun.word not in people and not is_agent(noun.word, rules):
            found.add(wanted)
    return frozenset(found)


def strangers(
    found: Iterable[Reference], tokens: list[Token], meant: Callable[[str, int], str | None]
) -> list[Reference]:
    """The references of a sentence, with what pronouns for people without names stand for, as ``meant`` knows it."""
    told = []
    for each in found:
        noun = each.key.removeprefix("np:") if each.key and each.key.startswith("np:") else None
        open_one = each.form == "pronoun" and not each.whose and each.name is None
        told.append(replace(each, name=meant(noun, tokens[each.start].start)) if noun and open_one else each)
    return told
