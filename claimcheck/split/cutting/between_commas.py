"""What describes a noun phrase between commas: "Jane Doe, the head of the board, …", "In Linz, einer Stadt, …"."""

from claimcheck.split.cutting.apposed_bound import marks_case, no_apposition
from claimcheck.split.cutting.enumerations import enumerates, heads_list, is_list_end, oxford, strung
from claimcheck.split.languages import Rules
from claimcheck.split.languages.en_nouns import SPELLS
from claimcheck.split.words.nouns import (
    NOMINAL,
    Place,
    ends_as_plural,
    is_bare,
    noun_phrase_before,
    phrase_stop,
    says_where,
)
from claimcheck.split.words.quotes import CLOSING_MARKS
from claimcheck.split.words.stretches import SHORTEST, Stretch, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["apposition", "is_time"]

_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "largest", "biggest", "lowest", "highest", "worst"})
_WHERE = frozenset({"in", "at", "near"})
_LATER = frozenset({"after", "before"})  # "Two years after the fire, the owner, Ann Lee, left"
_PLAYED = frozenset({"game", "match", "win", "victory", "defeat", "race", "final", "friendly", "concert", "debut"})


def apposition(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A noun phrase between commas that describes the one before it: "Jane Doe, the head of the board, …"."""
    noun, english = at - 1, rules.subject_first
    if tokens[noun - 1].is_year:
        return None  # a date is put in other words, not described
    if tokens[noun - 1].tag not in NOMINAL and tokens[noun - 1].text not in CLOSING_MARKS | {")"}:
        return None
    if tokens[min(at + 1, end - 1)].word in rules.of_words and tokens[min(at + 2, end - 1)].word in rules.pronouns:
        return _absolute(tokens, quoted, at, end)
    stop = phrase_stop(tokens, quoted, at, end)
    stop = _without_relative(tokens, at, stop, rules) if english else stop
    if tokens[noun - 1].capital and says_where(tokens, (at, stop)):
        return _measured(tokens, quoted, start, at, stop, end, rules)
    if not _can_describe(tokens, start, at, stop, end, rules):
        return None
    head = (_english_head if english else _german_head)(tokens, start, at, stop, end, rules)
    if head is None or is_time(tokens, head, rules) or _ends_front(tokens, start, head, at, stop, rules):
        return None
    if not english and (marks_case(tokens, start, head, at) or (stop + 1 < end and tokens[stop + 1].tag == "rel")):
        return ((head,), (at, stop), None)  # "an Asthma, einer Krankheit, die …": what follows tells of it
    return ((head,), (at, stop), (noun, stop + (stop < end)))


def _measured(
    tokens: list[Token], quoted: list[bool], start: int, at: int, stop: int, end: int, rules: Rules
) -> Place | None:
    """A measure that says where a place lies, with what that is: "175 miles west of Leeds, the capital"."""
    noun = at - 1
    place = noun_phrase_before(tokens, start, noun, rules)
    if stop + 1 < end and tokens[stop].text == "," and tokens[stop + 1].word in rules.definite:
        begin, stop = stop + 1, phrase_stop(tokens, quoted, stop + 1, end)
        place = place if first_finite(tokens, begin, stop, rules) is None else None  # not a clause of its own
    return ((place,), (at, stop), (noun, stop + (stop < end))) if place else None


def _can_describe(tokens: list[Token], start: int, at: int, stop: int, end: int, rules: Rules) -> bool:
    """Whether ``[at, stop)`` has the form of a description: no clause, no member of a list, nothing on its own."""
    english = rules.subject_first
    if any(
        tokens[j].word in {"which", "whom"} and tokens[j - 1].tag == "prep" for j in range(at + 1, min(end, at + 6))
    ):
        return False  # "from suppliers, a large share of which arrives by sea"
    if english and tokens[at].tag == "prep" and tokens[at].word not in rules.of_words:
        return False  # "Berlin, at 28 percent, has the least": no sentence can be made of it
    if not english and no_apposition(tokens, start, at, stop, end, rules):
        return False
    said = [token for token in tokens[at:stop] if token.is_word]
    if stop >= end and any(token.word in rules.records for token in said):
        return False  # it tells of the clause: "fell to 4 percent, the lowest level since May"
    if english and tokens[at].word in rules.his and at + 1 < end and tokens[at + 1].word in _RANKS:
        return False  # "raised rates by a quarter point, its first increase": it tells of the clause
    verbal = any(
        is_finite(tokens, j, rules) and not any(each.tag == "rel" or each.word == "where" for each in tokens[at:j])
        for j in range(at, stop)
    )
    closed = stop >= end or tokens[stop].word in {",", "–", "—", "who", "which"}
    goes_on = stop + 1 < end and tokens[stop + 1].tag == "conj"
    if verbal or goes_on or not closed or tokens[stop - 1].tag == "rel":
        return False
    if is_list_end(tokens, at, stop, rules) or enumerates(tokens, at, stop, end):
        return False
    role = tokens[at - 2].tag == "name" and tokens[at].tag in {"noun", "adj"} and stop < end
    return len(said) >= SHORTEST - role and _opens(tokens, at, stop, end, rules, role=role)


def _opens(tokens: list[Token], at: int, stop: int, end: int, rules: Rules, *, role: bool) -> bool:
    """Whether a description begins at ``at``: with its article, an office, whose it is, or as the verb follows it.

    ``role``: a noun or an adjective behind a name.
    """
    first, second = tokens[at], tokens[min(at + 1, end - 1)]
    said = [token for token in tokens[at:stop] if token.is_word]
    late = at + (first.word in rules.once and at + 1 < end)  # "…, once the largest mill, closed"
    if tokens[late].word in rules.determiners and tokens[late].tag in {"art", "num", "pro", ""}:
        return True
    of_something = any(token.word in rules.of_words | rules.genitives for token in said)
    if role and first.tag == "noun" and len(said) > SHORTEST and of_something:
        return True
    if first.tag in {"name", "noun"} and first.word.endswith(("'s", "’s")) and second.tag in {"noun", "adj"}:
        return True
    lasting = first.tag == "adj" and second.tag == "prep"  # "The rule, good for a year, is"
    led = first.tag == "prep" and second.tag != "ing" and any(token.tag in {"num", "name"} for token in said)
    aside = led or (rules.subject_first and lasting)
    aside = aside or tokens[stop - 1].tag == "pp"  # "Der Vertrag, 2015 in Paris unterzeichnet, trat"
    return (aside or role) and stop + 1 < end and is_finite(tokens, stop + 1, rules)


def _german_head(tokens: list[Token], start: int, at: int, stop: int, end: int, rules: Rules) -> Stretch | None:
    """The noun phrase that a German apposition describes; None where none does, or it is no apposition of it."""
    head = _before(tokens, start, at, rules)
    if head is None:
        return None
    if head[0] > 1 and tokens[head[0] - 1].tag == "prep" and tokens[head[0] - 2].word in {"einer", "eine", "eines"}:
        head = (head[0] - 2, head[1])  # "einer aus der Gruppe, ein Fischer, …"
    if stop >= end and _ends_insertion(tokens, start, head, at - 1):
        return None
    counted = all(token.tag == "num" for token in tokens[slice(*head)])
    return None if counted else head  # "Die einen zählten 300, die Polizei 200"


def _english_head(tokens: list[Token], start: int, at: int, stop: int, end: int, rules: Rules) -> Stretch | None:
    """The noun phrase that an English apposition describes; None where none does, or it is no apposition of it."""
    head = _before(tokens, start, at, rules)
    while head and not is_time(tokens, head, rules) and _is_time_word(tokens[head[0]], rules):
        head = (head[0] + 1, head[1])  # "Wednesday evening Ann Lee, the mayor, left"
    if head is None or _led_bare(tokens, start, head) or tokens[last_word(tokens, at, stop)].word in SPELLS:
        return None  # "without delay, a set of", "her chairman, Bo Ray, the whole time"
    if is_bare(tokens, head) and tokens[head[0] - 1].word in rules.coordinators:
        return None  # "Hops and malt - a popular mix": of both
    if tokens[head[1] - 1].word in rules.moments or _of_several(tokens, head, (at, stop), rules):
        return None  # "wrote, as others did at the time, their names", "called Ann Lee, a nurse, the founders of"
    numbered = all(token.text[:1].isdigit() for token in tokens[slice(*head)])
    if numbered and first_finite(tokens, start, at, rules) is None:
        return None  # "At 30, the youngest mayor in Kent, Ann Lee"
    if _of_place(tokens, head, (at, stop), rules):
        return None  # "Born in Hull, the son of a baker, he"
    doing = range(head[0] + 1, head[1] - 1)  # "work underlying tin, a metal"; not "the housing authority, a body"
    made = next((j for j in doing if tokens[j].word.endswith("ing") and tokens[j].tag in {"ing", "adj"}), None)
    head = (made + 1, head[1]) if made and tokens[made - 1].tag == "noun" else head
    if _of_two(tokens, head, (at, stop), end, rules):
        return None
    if head[0] - 2 >= start and tokens[head[0] - 1].word in _WHERE:
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)
        if wider and tokens[wider[0]].word in rules.indefinite and _is_called(tokens, at, rules):
            head = (wider[0], head[1])  # "a party in York, the Free Party": the party
        elif tokens[head[0] - 2].tag == "pp" and tokens[at].tag == "noun":
            return None  # "a shop opened in York, property of Ann Lee"
    linked = tokens[head[0] - 1].word in rules.worth.copulas and tokens[head[0]].word in rules.indefinite
    if (
        tokens[head[0] - 1].word == "not"
        or tokens[head[0]].word == "another"
        or (linked and _is_called(tokens, at, rules))
    ):
        return None  # "is another field, the Lee field", "is not a barn - the pub, Old Barn, is shut"
    again = tokens[head[0]].word == tokens[at].word and tokens[at].word in rules.indefinite
    if again and first_finite(tokens, start, end, rules) is None:
        return None  # "A new mill, a new yard, a new town": a list
    listed = oxford(tokens, head, (at, stop)) or heads_list(tokens, start, at, rules)
    listed = listed or strung(tokens, start, head, (at, stop), end, rules)
    return None if listed or tokens[head[0]].word in rules.negations else head  # "flats with no garden, the fashion"


def _before(tokens: list[Token], start: int, at: int, rules: Rules) -> Stretch | None:
    """The noun phrase in front of the comma before ``at``, an age behind it passed over: "Ann Lee, 45, a nurse"."""
    noun = at - 1
    aged = noun > start + 2 and tokens[noun - 2].text == "," and tokens[noun - 1].text.isdigit()
    return noun_phrase_before(tokens, start, noun - 2 if aged else noun, rules)


def _is_time_word(token: Token, rules: Rules) -> bool:
    return token.word in rules.weekdays or token.word in SPELLS or token.word in rules.time_words


def _of_place(tokens: list[Token], head: Stretch, body: Stretch, rules: Rules) -> bool:
    """Whether what would describe a place is told of somebody."""
    noun = next((token.word for token in tokens[slice(*body)] if token.tag == "noun"), "")
    someone = noun in rules.man_nouns | rules.woman_nouns | rules.person_nouns | _PLAYED
    return someone and tokens[head[0]].tag == "name" and tokens[head[0] - 1].word in _WHERE


def _of_two(tokens: list[Token], head: Stretch, body: Stretch, end: int, rules: Rules) -> bool:
    """Whether a list goes on: "Ann Lee, head of the Reds and Bo Ray of the Blues, agree", "Hull University, the
    University of York and Leeds"."""
    at, stop = body
    listed = any(
        tokens[j].tag == "conj" and tokens[j + 1].tag == "name" and tokens[j + 1].capital for j in range(at, stop - 1)
    )
    several = stop + 1 < end and is_finite(tokens, stop + 1, rules) and tokens[stop + 1].word not in rules.of_one
    several = several and tokens[stop + 1].tag == "fin" and not tokens[stop + 1].word.endswith(("s", "ed"))
    nouns = {token.word for token in tokens[slice(*head)] if token.capital}
    return listed and (several or any(token.word in nouns for token in tokens[at : at + 3]))


def _is_called(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a name with its article follows: "the Free Party"."""
    return (
        tokens[at].word in rules.definite and tokens[at + 1].capital and not tokens[at + 1].word.endswith(("'s", "’s"))
    )


def _of_several(tokens: list[Token], head: Stretch, body: Stretch, rules: Rules) -> bool:
    """Whether what would describe one person or thing is told of several: "Ann Lee, the founders of"."""
    last = tokens[head[1] - 1]
    named = head[1] - head[0] > 1 and all(token.tag == "name" for token in tokens[slice(*head)])
    opens = (
        tokens[head[0]].word in rules.definite | {"a", "an"} and last.word not in rules.body_words | rules.body_nouns
    )
    if not (named or (opens and last.tag == "noun")) or ends_as_plural(last.word):
        return False
    nouns = [j for j in range(*body) if tokens[j].tag == "noun"]
    noun = next((j for j in nouns if j + 1 not in nouns), body[1] - 1)
    return tokens[noun].tag == "noun" and ends_as_plural(tokens[noun].word)


def _ends_insertion(tokens: list[Token], start: int, head: Stretch, noun: int) -> bool:
    """Whether a noun phrase is the last of names between commas: "bei den größten, Nordline und Moor, ein Streit"."""
    opened = max((j for j in range(start, head[0]) if tokens[j].text == ","), default=None)
    inner = tokens[opened + 1 : noun] if opened is not None else []
    listed = any(token.tag == "conj" for token in inner)
    return listed and all(token.tag in {"noun", "name", "conj", "adj", "art", "num"} for token in inner)


def _without_relative(tokens: list[Token], at: int, stop: int, rules: Rules) -> int:
    """Where "a former officer who works for a bank" ends without what its relative clause tells."""
    for j in range(at + SHORTEST, stop - SHORTEST):
        opens = tokens[j].word in {"who", "which"} and tokens[j - 1].tag == "noun"
        if opens and is_finite(tokens, j + 1, rules):
            return j
    return stop


def _absolute(tokens: list[Token], quoted: list[bool], at: int, end: int) -> Place | None:
    """What some of those told of did: "a crowd stood outside the hall, some of them throwing stones"."""
    stop = phrase_stop(tokens, quoted, at, end)
    did = stop >= end and any(token.tag in {"ing", "pp"} for token in tokens[at + 2 : at + 5])
    return ((), (at, stop), (at - 1, stop)) if did else None


def _led_bare(tokens: list[Token], start: int, head: Stretch) -> bool:
    """Whether a phrase is only how something is done: "without delay"."""
    bare = is_bare(tokens, head) and tokens[head[0]].tag == "noun"
    return bare and head[0] > start and tokens[head[0] - 1].tag == "prep"


def is_time(tokens: list[Token], head: Stretch, rules: Rules) -> bool:
    """Whether a phrase only says when: "a wedding next month, her own", "am Freitagabend, gegen 8 Uhr"."""
    last = tokens[head[1] - 1].word
    named = last == "uhr" or last in rules.weekdays or last in rules.months or last.endswith(rules.day_parts)
    if rules.comma_bound and named:
        return True
    return all(
        each.word in rules.time_words
        or each.word in rules.moments
        or (not rules.comma_bound and _is_time_word(each, rules))
        for each in tokens[slice(*head)]
    )


def _ends_front(tokens: list[Token], start: int, head: Stretch, at: int, stop: int, rules: Rules) -> bool:
    """Whether a comma ends what stands in front of the subject: "After years in politics, the mayor, Ann Lee, left".

    Nor has a possession another beside it as its description: "in its length, its reach and its speed".
    """
    if tokens[at].word in rules.his and tokens[at].word == tokens[head[0]].word:
        return True
    front = not any(is_finite(tokens, j, rules) for j in range(start, at)) and (
        tokens[start].word in rules.prepositions
        or tokens[start].tag == "prep"
        or any(token.word in _LATER for token in tokens[start + 1 : start + 4])
    )
    if not front or rules.comma_bound:
        return False
    verb = first_finite(tokens, stop + 1, len(tokens), rules)
    if (
        verb is None
        or (head[1] - head[0] == 1 and tokens[head[0]].tag == "noun")
        or (tokens[verb - 1].text == "," and verb - 1 > stop)
    ):
        return True  # a name between commas right before the verb: what stands before that is its description
    after = next((j for j in range(stop + 1, verb) if tokens[j].text == ","), stop)
    if after > stop + 1 and all(token.tag == "name" for token in tokens[stop + 1 : after]):
        return True  # "Besides the mayor, the head of the council, Jo Ray, and 12 others signed"
    inverted = verb == stop + 1 and tokens[min(verb + 1, len(tokens) - 1)].tag in {"art", "name", "noun", "num"}
    return not inverted and not any(token.tag in NOMINAL | {"pro"} for token in tokens[stop:verb])
