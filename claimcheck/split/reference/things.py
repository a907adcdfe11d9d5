"""Bodies and places with names: "the ministry" is the Ministry of Education where the article knows one ministry."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token

__all__ = ["Things"]

_NAME = re.compile(
    r"(?<![\w’'&-])(?:[^\W\d_a-z][\w’'&-]{0,30}[ \u00a0]){1,4}[^\W\d_a-z][\w’'-]{0,30}"
    r"(?:[ \u00a0]of[ \u00a0][^\W\d_a-z][\w’'-]{1,30})?"
)
_OF = re.compile(
    r"(?<![\w-])[^\W\d_a-z][\w-]{1,30}[ \u00a0]of[ \u00a0](?:the[ \u00a0])?[^\W\d_a-z][\w-]{1,30}"
    r"(?:[ \u00a0][^\W\d_a-z][\w-]{1,30}){0,2}"
)

_MODIFIED = re.compile(r"(?<![\w’'&-])((?:[^\W\d_a-z][\w’'&-]{1,30}[ \u00a0]){1,3})([a-z]{4,20})\b(?=[ ,.;:)’'\n])")


class Things:
    """The named bodies and places of an article, by the noun that stands for them."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.rules = rules
        names: dict[str, set[str]] = defaultdict(set)
        if rules.body_nouns and not rules.comma_bound:
            self._english(text, names)
            self._modified(text, names)
        elif rules.body_nouns:
            self._german(text, names)
        self._names = {noun: min(each, key=len) for noun, each in names.items() if _one(each)}

    def _english(self, text: str, names: dict[str, set[str]]) -> None:
        for match in _OF.finditer(text):
            noun = match.group().split()[0].casefold()
            if noun in self.rules.body_nouns:
                names[noun].add(" ".join(match.group().split()))
        for match in _NAME.finditer(text):
            words = match.group().split()
            if "of" in words:
                words = words[: words.index("of")]
            while words and words[0].casefold() in self.rules.starters | self.rules.determiners:
                words = words[1:]
            noun = words[-1].casefold() if words else ""
            if len(words) > 1 and noun in self.rules.body_nouns:
                names[noun].add(" ".join(words))

    def _modified(self, text: str, names: dict[str, set[str]]) -> None:
        """``the Ferrow Bay outbreak``: a thing that the text calls by the name of its place or owner."""
        rules = self.rules
        spoken_of = set(re.findall(r"\b[Tt]he ([a-z]{4,20})\b", text))
        for match in _MODIFIED.finditer(text):
            words, noun = match.group(1).split(), match.group(2)
            if (
                noun not in spoken_of
                or noun.endswith(("s", "ly", "ed", "ing"))
                or noun in rules.naming.vague_nouns
                or noun in rules.finite_verbs | rules.prepositions | rules.group_nouns
            ):
                continue
            first = words[0].casefold()
            if first in rules.starters | rules.determiners | rules.months.keys() | rules.weekdays.keys():
                continue
            before = text[max(0, match.start() - 2) : match.start()]
            opens = not before.strip() or before.strip()[-1:] in '.:“"'
            if words[-1].endswith(("’s", "'s", "an", "ish", "ese")) or (opens and len(words) < 2):
                continue  # a word at the front of a sentence may have its capital from there
            if re.search(rf"\b(?:[Tt]he|[Aa]n?) {noun}\b", text[: match.start()]):
                continue  # what was called by the noun alone before need not be the one called so behind
            names[noun].add(" ".join(words) + " " + noun)

    def _german(self, text: str, names: dict[str, set[str]]) -> None:
        nouns = "|".join(noun.capitalize() for noun in sorted(self.rules.body_nouns))
        pattern = re.compile(
            rf"\b({nouns})[ \u00a0]((?:[A-ZÄÖÜ][\w-]+|„[^“]{{2,30}}“)(?:[ \u00a0][A-ZÄÖÜ][\w-]+)?)(?=[ ,.\n])"
        )
        for match in pattern.finditer(text):
            names[match.group(1).casefold()].add(" ".join(match.group().split()))

    def only(self, names: Collection[str]) -> None:
        """Keeps the German names that end in a name: no "Unternehmen Investoren" from "hat das Unternehmen …"."""
        if self.rules.comma_bound:
            self._names = {
                noun: name
                for noun, name in self._names.items()
                if name.endswith("“") or name.split()[-1].casefold() in names
            }

    def named(self, tokens: Sequence[Token], at: int) -> str | None:
        """The name behind the definite article at ``at``, where the noun stands alone and one thing can be meant."""
        if tokens[at].word not in self.rules.definite or at + 1 >= len(tokens):
            return None
        noun = tokens[at + 1]
        name = self._names.get(noun.word)
        if name is None or noun.capital is not self.rules.comma_bound:
            return None
        follower = tokens[at + 2] if at + 2 < len(tokens) else None
        if follower and follower.text in "-‑–" and follower.start == noun.end:
            return None  # "dem Bank- und Industriesektor"
        if follower and (
            follower.text[:1] in "„“\"'"
            or follower.word in self.rules.genitives | {"of", "from", "that", "which", "where"}
        ):
            return None
        if follower and follower.is_word and (follower.capital or self._compound(follower)):
            return None
        return name

    def _compound(self, follower: Token) -> bool:
        """Whether a noun goes on in the word behind it: "the court case"; unknown words count as nouns."""
        rules = self.rules
        if follower.tag in {"fin", "prep", "adv", "pp", "conj", "sub", "aux", "to"}:
            return False
        linked = rules.prepositions | rules.auxiliaries | rules.adverbs | rules.coordinators | rules.subordinators
        return not rules.comma_bound and not (
            follower.word in linked | rules.finite_verbs or follower.word.endswith(("ed", "ly"))
        )


def _one(names: set[str]) -> bool:
    """Whether names are one: the shortest is part of all the others."""
    shortest = min(names, key=len)
    return all(shortest in name for name in names)
