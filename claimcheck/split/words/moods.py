"""German verbs in reported speech as the indicative has them: "spare" → "spart", "empfehle" → "empfiehlt"."""

from functools import lru_cache

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_subjunctive

__all__ = ["indicative"]

_PREFIXES = (
    *("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "hinter", "wider"),
    *("ab", "an", "auf", "aus", "bei", "durch", "ein", "mit", "nach", "um", "vor", "zu"),
)
_WISHES = frozenset({"möge"})  # "dass man warten möge": no fact of the indicative
_PLAIN = str.maketrans("äöü", "aou")
_SYLLABLE = ("t", "d", "chn", "ffn", "gn", "dm", "tm", "kn", "bn")  # stems that need an "e" before the ending

_BEFORE_L = frozenset("bdfgkmnpst")  # consonants behind which "-eln" loses its "e"


def indicative(token: Token, rules: Rules) -> str | None:
    """The third person of a verb that stands in the subjunctive of reported speech; None for other words."""
    if known := rules.indicatives.get(token.word):
        return known
    if not rules.third_person or token.capital or not is_subjunctive(token, rules):
        return None
    return _third_person(token.word, rules)


@lru_cache(maxsize=2048)
def _third_person(word: str, rules: Rules) -> str | None:
    """What the verb with this form has in the third person; None for what is too short to be one."""
    stem = word[:-1]
    if len(stem) < 3 or not word.endswith("e"):
        return None
    parted = {stem.removeprefix(each) for each in _PREFIXES}
    past = {stem, stem.translate(_PLAIN), *parted, *(each.replace("ä", "a") for each in parted)}
    if word in _WISHES or not rules.simple_past.isdisjoint(past):
        return None  # "ginge", "zukäme": what would be
    if stem.endswith("l") and stem[-2] in _BEFORE_L:
        return f"{stem[:-1]}elt"  # "bemängle", "handle"
    infinitive = f"{stem}en"
    for prefix in ("", *_PREFIXES):
        base = infinitive.removeprefix(prefix) if infinitive.startswith(prefix) else ""
        if changed := rules.third_person.get(base):
            return prefix + changed
    if infinitive.endswith(("ssen", "ßen", "sen", "zen", "xen")):
        return f"{stem}t"  # "passt", "reist"
    return f"{stem}et" if stem.endswith(_SYLLABLE) else f"{stem}t"
