"""German nouns without the ending that their case gives them, so that a speaker reads as a name does."""

from collections.abc import Collection, Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.words.tagging import analysed
from claimcheck.split.words.tokens import Token

__all__ = ["OF_HIM", "behind_article", "nominative", "without_adjective", "without_dative", "without_genitive"]

_SHORT = 5  # letters of the shortest noun that loses an ending
OF_HIM = frozenset({"dem", "einem", "seinem", "ihrem"})
_OF_HER = frozenset({"der", "einer", "seiner", "ihrer", "dieser"})
_WEAK = ("enten", "anten", "isten", "ologen")  # nouns that have an ending in every case but one
_ADJECTIVE_ENDINGS = ("er", "en", "em", "es", "e")
_PLURAL = 7  # letters of the shortest plural that does


def without_genitive(noun: str, seen: Collection[str]) -> str:
    """A noun without the ending of the genitive; ``seen``: the words of the article, whose form is taken.

    >>> without_genitive("Amtes", {"Amt"})
    'Amt'
    """
    if not noun.endswith("s") or len(noun) < _SHORT:
        return noun
    shorter = [noun[:-2], noun[:-1]] if noun.endswith("es") else [noun[:-1]]
    return next((form for form in shorter if form in seen), shorter[0])


def without_dative(noun: str, rules: Rules) -> str:
    """A plural for people by what they do, without the ending of the dative; short words may be names.

    >>> from claimcheck.split.languages import rules_for
    >>> [without_dative(noun, rules_for("de")) for noun in ("Anwohnern", "Kern", "Kleinbauern")]
    ['Anwohner', 'Kern', 'Kleinbauern']
    """
    plural = rules.comma_bound and noun.isalpha() and len(noun) >= _PLURAL and noun.endswith(("ern", "eln"))
    if noun.casefold().endswith("bauern"):
        return noun
    return noun[:-1] if plural and noun[:-1].casefold().endswith(rules.agent_endings) else noun


def without_adjective(phrase: str) -> str:
    """A noun without the adjective before it that only its case gave that ending.

    >>> without_adjective("neuen Gesetz")
    'Gesetz'
    """
    first, _, rest = phrase.partition(" ")
    return rest if rest[:1].isupper() and first.islower() and first.endswith("en") and " " not in rest else phrase


def behind_article(noun: str, article: str, *, weak: bool) -> str:
    """A noun with the ending that it has behind "der", "die", "das", or behind one of another case where ``weak``.

    >>> [behind_article(noun, "der", weak=False) for noun in ("Jugendlicher", "Angeklagten", "Präsidenten", "Fahrer")]
    ['Jugendliche', 'Angeklagte', 'Präsident', 'Fahrer']
    """
    form, tag = analysed(noun, "de")
    inflected = tag in {"NNA", "ADJ(A)"} and form.casefold() != noun.casefold()  # not "Berliner"
    if inflected and noun.endswith(_ADJECTIVE_ENDINGS):
        stem = next(noun.removesuffix(end) for end in _ADJECTIVE_ENDINGS if noun.endswith(end))
        return stem + ("en" if weak else "e")
    declined = article == "der" and not weak and noun in {f"{form}en", f"{form}n"}
    return form if declined else noun


def nominative(name: str, tokens: Sequence[Token], rules: Rules, seen: Collection[str]) -> str:
    """A speaker as a name, by the words that stand for them: without the endings that their case gives.

    ``seen``: the words of the article, whose forms are taken.
    """
    first, *others = name.split(" ")
    article, noun = tokens[0].word, tokens[-1]
    if (article == "den" or len(tokens) == 1) and noun.tag == "noun":
        return without_dative(name, rules)
    if article in {"dem", "des", "einem", "eines"} and len(tokens) == 2 and first.endswith(_WEAK):
        return first.removesuffix("en")  # "dem Präsidenten"
    if article in rules.of_men and (not others or tokens[1].tag == "noun"):
        return " ".join([without_genitive(first, seen), *others])  # "des Verbands Elbtal"
    if article in _OF_HER and others and first.islower() and first.endswith("en"):
        return " ".join([first[:-1], *others])  # "der nationalen Behörde"
    last = others[-1] if others else ""
    documents = first.endswith("en") and first.islower() and len(others) == 1 and last.endswith("en")
    if documents and last[:-1].casefold() in rules.documents:
        return f"{first[:-1]} {last[:-1]}"  # "mehreren Berichten"
    return name
