"""What a claim leaves open when it is read alone: pronouns, "there" and "then", and people without their names."""

from collections.abc import Collection

from claimcheck.split.languages import Rules
from claimcheck.split.reference.bound import is_bound
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["open_words"]

_FAR = 16  # words within which "it" finds the clause it stands for
_BACK = 40  # words behind "daran" in which what it announces may stand
_PAIR = 8  # words within which "both … and" is closed
_FRONTED = 3  # words of a claim in front of ", darunter", of which it tells
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
    places = [j for j, token in enumerate(tokens) if token.is_word]
    words = [tokens[j] for j in places]
    for at, token in enumerate(words):
        if token.start in settled or _empty(words, at, rules) or _announces(tokens, places[at], rules):
            continue
        own = bool(speaker) and token.word in rules.first_singular
        after_mark = places[at] > 0 and tokens[places[at] - 1].text in {",", ";", "-", "–"}
        loose = (
            (
                token.word in rules.deictics
                and not _placed(words, at, after_mark, rules)
                and not (after_mark and at > _FRONTED and token.word in rules.naming.partly)
                and not _goes_on(words, at, after_mark, rules)
            )
            or (token.word in rules.demonstratives and (at == 0 or not named) and not _picks_out(words, at, rules))
            or (token.word in rules.pronouns and not is_bound(words, at, rules))
            or (token.word in rules.first_second_person - rules.pronouns and not own)
        )
        if loose and token.text not in found:
            found.append(token.text)
    opens = len(words) > 1 and not named and words[0].word in rules.definite and not _told(words, rules)
    if opens and not {words[0].start, words[1].start} & set(settled):
        found.append(" ".join(token.text for token in words[: _phrase_end(words, rules)]))
    return tuple(dict.fromkeys(found))


def _goes_on(words: list[Token], at: int, after_mark: bool, rules: Rules) -> bool:
    """Whether "then" only carries on a list of acts in the claim itself: "left the wheel, then ran"."""
    linked = after_mark or (at > 0 and words[at - 1].word in rules.coordinators)
    return not rules.comma_bound and words[at].word == "then" and at > 2 and linked


def _placed(words: list[Token], at: int, after_mark: bool, rules: Rules) -> bool:
    """Whether a word that points is none, or says itself what it points at.

    "damit" before a clause, "ebenso … wie", "dort" behind the name of a place.
    """
    word = words[at].word
    follows = words[at + 1] if at + 1 < len(words) else None
    if word in rules.naming.purpose and (at == 0 or after_mark):
        return follows is not None and not is_finite(words, at + 1, rules)
    if word in rules.naming.likening:
        return any(each.word in rules.naming.likened for each in words[at + 1 :]) or bool(
            follows and follows.tag == "adj"
        )
    if word not in rules.naming.there:
        return False
    places = (j for j in range(1, at) if words[j].tag == "name" and words[j].capital)
    return any(words[j - 1].word in rules.naming.placing for j in places)


def _picks_out(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word that points is told by what follows: "those in need", "both Ann Lee and Bo Ray"."""
    word, ahead = words[at].word, words[at + 1 : at + 1 + _PAIR]
    if not ahead or rules.comma_bound:
        return False
    if word == "both":
        return any(each.word == "and" for each in ahead[1:])
    told = ahead[0].word in rules.of_words | rules.relatives | rules.prepositions or ahead[0].tag in {"pp", "ing"}
    return word == "those" and told


def _announces(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word only announces what follows ("daran, dass") or is the end of a verb ("läuft davon")."""
    token = tokens[at]
    if token.word not in rules.naming.announcing:
        return False
    if at + 1 < len(tokens) and tokens[at + 1].text in {".", "!", "?"}:
        return token.word in rules.naming.verb_ends and at > 1
    ahead = tokens[at + 1 : at + 2 + _HEAD]
    comma = next((j for j, each in enumerate(ahead) if each.text == ","), None)
    if comma is None:
        return at + 1 == len(tokens) and token.word in rules.naming.verb_ends and at > 1
    behind = tokens[at + 2 + comma : at + 2 + comma + _BACK]
    asked = behind[1:2] and behind[0].tag == "prep" and behind[1].word.startswith(rules.interrogatives)
    linked = behind and (asked or behind[0].word in rules.that | rules.subordinators)
    return bool(linked) or any(each.word in rules.infinitive_marks or each.tag == "izu" for each in behind)


def _told(words: list[Token], rules: Rules) -> bool:
    """Whether the noun phrase at the front says itself which one is meant: by a number, a genitive, "of", a clause."""
    if rules.comma_bound and words[1].tag == "prep" and words[0].tag == "art":
        return True  # "die am Montag beschlossene Sperrung"
    if rules.comma_bound and words[0].word in {"das", "des"} and words[1].tag == "adj" and words[1].capital:
        return True  # "das Wiener Abkommen"
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
    if after.text[:1].isdigit() and not rules.comma_bound:
        return True
    if not rules.comma_bound and (_described(words, noun + 1, rules) or words[noun].word in rules.naming.unique):
        return True
    if rules.comma_bound and _of_a_country(words[1 : noun + 1], rules):
        return True
    described = after.word in rules.of_words or after.word in rules.relatives - rules.definite
    if rules.comma_bound:
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


def _described(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a phrase behind an English noun tells it: "the risks posed by the plan", "the strike at the harbour"."""
    led = at + (words[at].tag in {"pp", "ing"})
    if led >= len(words) or (words[led].tag != "prep" and words[led].word not in rules.prepositions):
        return False
    end = next((j for j in range(led + 1, len(words)) if words[j].tag in {"rel", "sub"}), len(words))
    return any(is_finite(words, j, rules) for j in range(led + 2, end))


def _of_a_country(phrase: list[Token], rules: Rules) -> bool:
    """Whether a German noun phrase can mean one thing only: a country's ("die korrenische Regierung"), the nation's."""
    described = [each for each in phrase if each.tag == "adj" and each.word.endswith("e")]  # one thing, not many
    stems = [each.word.split("isch")[0] for each in described if "isch" in each.word]
    if any(len(stem) > 3 and each.startswith(stem[:5]) for stem in stems for each in rules.naming.countries):
        return True
    if any(each.word.startswith(rules.naming.peoples) for each in described):
        return True
    noun = phrase[-1].word
    national = noun.startswith(rules.naming.unique_prefixes)
    return (national and not noun.endswith(rules.naming.many_of)) or noun in rules.naming.unique


def _empty(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word that often points back does not here: "es gibt", "it is known that", "so that", "such as"."""
    word = words[at].word
    if len(word) == 2 and words[at].text.isupper():
        return True  # "US" is no "us"
    if word in rules.expletives and _only_opens(words, at, rules):
        return True
    if word in rules.expletives and any(each.word in rules.expletive_signs for each in words[at + 1 : at + _FAR]):
        return True
    beside = {words[j].word for j in (at - 1, at + 1) if 0 <= j < len(words)}
    if word in rules.expletives and beside & rules.naming.weather_verbs:
        return True
    after = words[at + 1].word if at + 1 < len(words) else ""
    before = words[at - 1].word if at else ""
    if (word, after) in rules.empty_pairs or (before, word) in rules.empty_pairs:
        return True
    if word in rules.subordinators | rules.that and at and after and word not in rules.definite:
        return not is_finite(words, at + 1, rules) or word in rules.that
    return False


def _only_opens(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether "es" only stands where the subject would that follows: "Es wurde eine Hotline eingerichtet"."""
    if not rules.comma_bound or at or len(words) < 5 or words[1].word in rules.worth.copulas:
        return False
    behind = 2 + (words[2].tag == "adv" or words[2].word in rules.adverbs)
    opened = words[behind].word in {"ein", "eine", "kein", "keine"} | rules.count_words | rules.crowd
    return opened and words[1].tag == "fin" and words[-1].tag in {"pp", "inf"}


def _phrase_end(words: list[Token], rules: Rules) -> int:
    """Where the noun phrase at the start is over."""
    for at in range(1, min(len(words), _HEAD)):
        if is_finite(words, at, rules) or words[at].word in rules.prepositions or words[at].tag in {"rel", "art"}:
            return at
    return min(len(words), _HEAD)
