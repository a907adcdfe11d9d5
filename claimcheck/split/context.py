"""What a claim leaves open when it is read alone: pronouns, "there" and "then", and people without their names."""

from collections.abc import Collection

from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["open_words"]

_FAR = 12  # words within which "it" finds the clause it stands for
_BACK = 40  # words before a pronoun in which its noun may stand
_HEAD = 3  # words of a noun phrase that are shown


def open_words(
    tokens: list[Token],
    rules: Rules,
    *,
    named: bool,
    settled: Collection[int] = frozenset(),
    speaker: str | None = None,
) -> tuple[str, ...]:
    """The words of a claim that need what came before it, in order, each once, as they stand.

    ``named``: the claim itself names someone or something, so that "his" and "the president" may be read within it.
    ``settled``: where words stand whose meaning is known. ``speaker``: who "I" is.
    """
    found: list[str] = []
    words = [token for token in tokens if token.is_word]
    for at, token in enumerate(words):
        if token.start in settled or _empty(words, at, rules) or _announces(tokens, token, rules):
            continue
        own = bool(speaker) and token.word in rules.first_singular
        loose = (
            token.word in rules.deictics
            or (token.word in rules.demonstratives and (at == 0 or not named))
            or (token.word in rules.pronouns and not _bound(words, at, rules))
            or (token.word in rules.first_second_person - rules.pronouns and not own)
        )
        if loose and token.text not in found:
            found.append(token.text)
    opens = len(words) > 1 and not named and words[0].word in rules.definite and not _told(words, rules)
    if opens and not {words[0].start, words[1].start} & set(settled):
        found.append(" ".join(token.text for token in words[: _phrase_end(words, rules)]))
    return tuple(dict.fromkeys(found))


def _announces(tokens: list[Token], token: Token, rules: Rules) -> bool:
    """Whether a word only announces what follows ("daran, dass") or is the end of a verb ("läuft davon")."""
    if token.word not in rules.naming.announcing:
        return False
    at = next(j for j, each in enumerate(tokens) if each.start == token.start)
    if at + 1 < len(tokens) and tokens[at + 1].text in {".", "!", "?"}:
        return token.word in rules.naming.verb_ends and at > 1
    ahead = tokens[at + 1 : at + 2 + _HEAD]
    comma = next((j for j, each in enumerate(ahead) if each.text == ","), None)
    if comma is None:
        return at + 1 == len(tokens) and token.word in rules.naming.verb_ends and at > 1
    behind = tokens[at + 2 + comma :]
    linked = behind and behind[0].word in rules.that | rules.subordinators
    return bool(linked) or any(each.word in rules.infinitive_marks or each.tag == "izu" for each in behind)


def _told(words: list[Token], rules: Rules) -> bool:
    """Whether the noun phrase at the front says itself which one is meant: by a number, a genitive, "of", a clause."""
    noun = next((at for at in range(1, min(len(words), 5)) if words[at].tag in {"noun", "name"}), None)
    if noun is None or noun + 1 >= len(words):
        return False
    while noun + 1 < len(words) and words[noun + 1].tag in {"noun", "name"}:
        noun += 1
    after = words[noun + 1] if noun + 1 < len(words) else None
    if after is None:
        return False
    if any(each.tag == "name" or (each.text[:1].isdigit() and each.text.isdigit()) for each in words[1 : noun + 1]):
        return True
    if after.text[:1].isdigit() and not rules.ordinal_dots:
        return True
    described = after.word in rules.of_words or after.word in rules.relatives - rules.definite
    if rules.ordinal_dots:
        placed = after.word in {"am", "an", "im", "in", "aus", "für", "zum", "zur", "zwischen", "gegen", "über"}
        digits = after.text.isdigit()
        owned = after.word == "der" and after.tag == "art" and noun + 2 < len(words)
        return (
            described
            or digits
            or owned
            or after.word in {"des", "eines"}
            or (placed and noun + 2 < len(words) and noun < 3)
        )
    return described


def _bound(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a pronoun has its noun before it in the claim: a person's, a group's, or any for "its" and "itself"."""
    word = words[at].word
    before = words[max(0, at - _BACK) : at - 1] if at > 1 else []
    if not before:
        return False
    if word in rules.his | rules.it | rules.reflexives:
        return any(each.word in rules.determiners or each.capital or each.word in rules.group_nouns for each in before)
    if word in rules.they and word not in rules.she:
        return any(_several(before, j, rules) for j in range(len(before)))
    if rules.ordinal_dots and word in rules.she:
        return False
    if word in rules.he | rules.she:
        people = rules.man_nouns | rules.woman_nouns | rules.person_nouns
        return any(each.word in people or (each.tag == "name" and j > 0) for j, each in enumerate(before))
    return False


def _several(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word before "they" can be what it means: a plural noun that is a subject, a group of people."""
    word = words[at]
    if word.word in rules.group_nouns:
        return True
    if rules.ordinal_dots:
        return False
    counted = at > 0 and (words[at - 1].tag in {"num", "adj"} or words[at - 1].word in rules.determiners)
    plural = word.tag == "noun" and word.word.endswith("s") and not word.word.endswith(("ss", "us", "is"))
    return plural and (counted or at == 0 or words[at - 1].tag in {"ing", "noun", "prep"})


def _empty(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word that often points back does not here: "es gibt", "it is known that", "so that", "such as"."""
    word = words[at].word
    if len(word) == 2 and words[at].text.isupper():
        return True  # "US" is no "us"
    if word in rules.expletives and any(each.word in rules.expletive_signs for each in words[at + 1 : at + _FAR]):
        return True
    after = words[at + 1].word if at + 1 < len(words) else ""
    before = words[at - 1].word if at else ""
    if (word, after) in rules.empty_pairs or (before, word) in rules.empty_pairs:
        return True
    if word in rules.subordinators | rules.that and at and after and word not in rules.definite:
        return not is_finite(words, at + 1, rules) or word in rules.that
    return False


def _phrase_end(words: list[Token], rules: Rules) -> int:
    """Where the noun phrase at the start is over."""
    for at in range(1, min(len(words), _HEAD)):
        if is_finite(words, at, rules) or words[at].word in rules.prepositions:
            return at
    return min(len(words), _HEAD)
