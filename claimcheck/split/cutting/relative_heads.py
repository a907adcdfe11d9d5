"""Which noun phrase an English relative clause tells of, where more than one stands before it."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.nouns import ends_as_plural, is_bare, noun_phrase_before
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tellers import is_agent
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = [
    "CALLED",
    "agreeing",
    "around_name",
    "of_both",
    "of_chain",
    "of_described",
    "of_others",
    "of_person",
    "of_thing",
    "placed",
    "unclear",
]

_UNCHANGED = frozenset(
    {"beat", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set", "shut", "split", "spread"}
)
CALLED = frozenset({"real", "alias", "né", "née", "born", "nicknamed", "aka", "formerly", "originally"})
_PLACING = frozenset({"in", "at", "near", "on"})  # before a name, they only say where what stands before is


def of_both(tokens: list[Token], start: int, head: Stretch, verb: Token, rules: Rules) -> Stretch:
    """Both of "Ann Peek and Jo Rickard, who live in Leeds", where the verb is of several."""
    several = verb.word in {"were", "are", "have"} or (
        verb.tag in {"fin", "inf"} and not verb.word.endswith(("s", "ed"))
    )
    if not several or head[0] - 2 < start or tokens[head[0] - 1].word not in rules.coordinators:
        return head
    other = noun_phrase_before(tokens, start, head[0] - 1, rules)
    if tokens[head[0]].tag != "name":
        return head
    return (other[0] if other else head[0] - 2, head[1]) if other or tokens[head[0] - 2].capital else head


def of_person(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch:
    """The one who is meant behind a place or a time: "an agent in the 1700s who", "Jo Ray, of Leeds, who"."""
    if head[0] - 3 >= start and tokens[head[0] - 1].tag == "conj" and tokens[head[0] - 2].tag == "name":
        first = head[0] - 2  # "traders from Leeds and York, who"
        while first > start and tokens[first - 1].tag == "name":
            first -= 1
        of_several = tokens[first - 1].tag == "prep" and first - 2 >= start and tokens[first - 2].tag == "noun"
        head = (first, head[1]) if of_several else head
    of_things = tokens[head[0] - 1].word in rules.of_words and not _somebody(tokens[head[1] - 1], rules)
    if head[0] - 2 >= start and of_things and tokens[head[0]].tag != "name":
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)  # "a clerk of one of the shops, who"
        if wider and tokens[wider[1] - 1].tag == "num":
            further = noun_phrase_before(tokens, start, wider[0] - 1, rules)
            wider = further or wider
        if wider and _somebody(tokens[wider[1] - 1], rules):
            return (wider[0], head[1])
    if head[0] - 2 >= start and tokens[head[0] - 1].tag == "prep" and not _somebody(tokens[head[1] - 1], rules):
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)  # "pupils of the lower school who"
        if wider and _somebody(tokens[wider[1] - 1], rules):
            return (wider[0], head[1])
    if tokens[head[0]].word in GIVEN:
        return head  # "fell in love with Ann Lee, who"
    while head[0] - 2 >= start and tokens[head[0] - 1].tag == "prep" and tokens[head[0]].tag in {"name", "art", "num"}:
        named = tokens[head[0]].tag == "name" or any(token.text[:1].isdigit() for token in tokens[slice(*head)])
        end = head[0] - 1 - (tokens[head[0] - 2].text == ",")
        wider = noun_phrase_before(tokens, start, end, rules) if named else None
        if wider is None:
            break
        head = (wider[0], head[1])
    return head


def of_thing(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch:
    """The thing that is meant where "which" stands behind whose it is: "the data of the guest, which are kept"."""
    noun = tokens[head[1] - 1]
    someone = noun.word in rules.man_nouns | rules.woman_nouns | rules.person_nouns or is_agent(noun.word, rules)
    owned = head[0] - 2 >= start and tokens[head[0] - 1].word in rules.of_words and noun.tag == "noun"
    wider = noun_phrase_before(tokens, start, head[0] - 1, rules) if owned and someone else None
    return (wider[0], head[1]) if wider else head


def _somebody(noun: Token, rules: Rules) -> bool:
    known = rules.man_nouns | rules.woman_nouns | rules.person_nouns | rules.group_nouns
    return noun.tag == "name" or noun.word in known or is_agent(noun.word.removesuffix("s"), rules)


def of_described(tokens: list[Token], start: int, head: Stretch, noun: int, rules: Rules) -> Stretch:
    """The noun phrase before an apposition that ends in ``head``: "Ann Wray, a baker of Leeds, who", "Ann, 45, who"."""
    comma = next((j for j in range(noun - 1, max(start, noun - 15), -1) if tokens[j].text == ","), None)
    if comma is None or comma + 1 >= noun:
        return head
    if tokens[comma + 1].tag not in {"art", "num"} and tokens[comma + 1].word not in CALLED:
        return head
    if any(is_finite(tokens, j, rules) for j in range(comma, noun)):
        return head
    before = noun_phrase_before(tokens, start, comma, rules)
    if before is None or tokens[comma - 1].tag not in {"name", "noun"}:
        return head
    if tokens[before[0]].word in rules.indefinite and tokens[comma + 1].word in rules.definite:
        return head  # "another field, the Lee field, which"
    if tokens[comma - 1].tag == "noun" and tokens[start].word in rules.prepositions and before[0] == start + 1:
        return head  # "For example, a baker, who"
    return before


def of_chain(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch:
    """The noun phrase around a bare plural behind "of", "for": "fees for large parcels, which rise in May"."""
    found, begin = head, head[0]
    if not all(token.tag in {"adj", "noun", "conj"} for token in tokens[slice(*head)]) or not _is_plural(tokens, head):
        return head
    while begin - 2 >= start and tokens[begin - 1].word in rules.of_words | rules.reasons:
        wider = noun_phrase_before(tokens, start, begin - 1, rules)
        if wider is None:
            break
        begin = wider[0]
        found = (begin, head[1]) if _is_plural(tokens, wider) else found
    return found


def of_others(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> bool:
    """Whether "who" tells of the people who are the subject, not of a thing: "Many people committed crimes who"."""
    if any(_somebody(token, rules) for token in tokens[slice(*head)]):
        return False
    people = rules.man_nouns | rules.woman_nouns | rules.person_nouns | rules.group_nouns | rules.general_nouns
    return any(
        tokens[at].tag == "noun" and tokens[at].word in people and is_finite(tokens, at + 1, rules)
        for at in range(start, head[0])
    )


def around_name(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch:
    """The noun phrase around a name, which no clause without a comma can narrow: "a bar in Leeds that was shut"."""
    inside = head[0] - 2 >= start and tokens[head[0] - 1].tag == "prep"
    wider = noun_phrase_before(tokens, start, head[0] - 1, rules) if inside else None
    return (wider[0], head[1]) if wider else head


def placed(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch:
    """The noun phrase around the name of its place: "The cell in Leeds (led by Ann Lee)": the cell."""
    inside = head[0] - 2 >= start and tokens[head[0]].capital and tokens[head[0] - 1].word in _PLACING
    wider = noun_phrase_before(tokens, start, head[0] - 1, rules) if inside else None
    return (wider[0], head[1]) if wider else head


def agreeing(tokens: list[Token], start: int, head: Stretch, verb: Token, rules: Rules) -> Stretch | None:
    """The noun phrase around ``head`` that has the number of the verb: "a tool for pumps, which was" is of one tool.

    None where the only one around it has another number: "Tea is made for the guests, which is served cold".
    """
    one, several = _number_of(verb, rules)  # of one: "people who keeps score"
    joined = head[0] > start and tokens[head[0] - 1].word in rules.coordinators
    if one and joined and tokens[head[1] - 1].tag == "noun" and _is_plural(tokens, head):
        return None  # "a course of games and lessons that was": of neither alone
    if several and joined and tokens[head[0]].tag == tokens[head[1] - 1].tag == "name":
        return None  # "Leeds, Hull and York that have kept": of them all
    if not (one or several) or joined:
        return head
    if tokens[head[1] - 1].tag != "noun" or _is_plural(tokens, head) is several:
        return head
    wider: Stretch | None = head
    while wider and wider[0] - 2 >= start and tokens[wider[0] - 1].tag == "prep":
        wider = noun_phrase_before(tokens, start, wider[0] - 1, rules)
        timed = wider is not None and tokens[wider[1] - 1].word in rules.moments
        if wider and not timed and tokens[wider[1] - 1].tag == "noun" and _is_plural(tokens, wider) is several:
            return (wider[0], head[1])
    crowd = rules.group_nouns | rules.body_nouns | rules.body_words
    last = tokens[head[1] - 1].word
    return (
        head if several and (last in crowd or last.endswith("s")) else None
    )  # "the team, which have": one that is many


def unclear(tokens: list[Token], start: int, head: Stretch, verb: Token, rules: Rules, *, word: str = "") -> bool:
    """Whether a clause may as well tell of the noun phrase around ``head``: "a survey on fees that drew replies".

    Neither its verb nor its first ``word``, "who" or "which", tells. Of two the nearer is meant where it is told of
    for the first time ("a reply to a law that"), where the other one is known, and behind "of", but for a longer chain.
    """
    wider = _around(tokens, start, head, rules)
    if wider is None or tokens[wider[1] - 1].tag not in {"noun", "name"} or tokens[wider[1] - 1].word in rules.moments:
        return False
    one, several = _number_of(verb, rules)
    plural = tokens[wider[1] - 1].tag == "noun" and _is_plural(tokens, wider)
    linked = next((at for at in range(head[0] + 1, head[1]) if tokens[at].tag == "prep"), head[1])
    noun = tokens[linked - 1]
    if word == "who" and noun.tag == "noun" and not noun.capital and not _somebody(noun, rules):
        return True  # "a guard for the yard who had worked for the army"
    someone = _somebody(tokens[wider[1] - 1], rules)
    if (one and plural) or (several and not plural) or (word == "who" and not someone):
        return False
    if word == "which" and someone and tokens[wider[1] - 1].tag == "noun":
        return False  # "a spokesman for the firm, which"
    opens, known = tokens[head[0]], tokens[wider[0]].word in rules.definite | rules.his
    again = opens.tag == "name" and any(token.text == opens.text for token in tokens[: wider[0]])
    if opens.word in rules.indefinite and tokens[wider[0]].word in rules.indefinite:
        of_it = tokens[head[0] - 1].word in rules.of_words
        set_off = (
            word == "which" and tokens[head[1]].text == "," and not of_it
        )  # "sends a signal to a chip, which is turned into"
        return set_off or tokens[head[0] - 1].word in _PLACING  # "an outbreak at a school that has left 30 pupils ill"
    if opens.word in rules.indefinite or again:
        return False
    if tokens[head[0] - 1].word in rules.of_words:
        if is_bare(tokens, head) and not _is_plural(tokens, head):
            return True  # "Sales of tea, which rose"
        if tokens[wider[0]].word in rules.indefinite and opens.word in rules.definite and tokens[head[1]].text != ",":
            return True  # "a map of the coast that was drawn"
        further = _around(tokens, start, wider, rules)
        return further is not None and tokens[wider[0] - 1].word in rules.of_words and opens.word in rules.definite
    bare = opens.tag in {"noun", "adj"} and tokens[head[1] - 1].tag == "noun"
    new = tokens[wider[0]].word in rules.indefinite or plural
    led = known and wider[0] == start and opens.word in rules.definite  # "The road to the pier, which was flooded, is"
    placed = opens.tag == "name" and tokens[head[0] - 1].word in _PLACING
    return bare or led or (known and placed) or new


def _around(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch | None:
    """The noun phrase that ends in a preposition before ``head``."""
    if head[0] - 2 < start or tokens[head[0] - 1].tag != "prep":
        return None
    return noun_phrase_before(tokens, start, head[0] - 1, rules)


def _number_of(verb: Token, rules: Rules) -> tuple[bool, bool]:
    """Whether a verb form can only be of one, and whether only of several."""
    one, several = verb.word in rules.of_one, verb.word in rules.of_several or _is_base(verb, rules)
    return one or (verb.tag == "fin" and verb.word.endswith("s") and not several), several


def _is_base(verb: Token, rules: Rules) -> bool:
    """Whether a verb form is of the present and of several: "represent"; one that is the same in the past is not."""
    past = rules.simple_past | rules.past_forms | rules.past_alone | _UNCHANGED
    plain = verb.tag in {"fin", "inf"} and not verb.word.endswith(("s", "ed", "n't", "n’t"))
    return plain and verb.word not in past | rules.auxiliaries


def _is_plural(tokens: list[Token], head: Stretch) -> bool:
    """Whether a noun phrase is of several."""
    last = tokens[head[1] - 1].word
    joined = any(token.tag == "conj" for token in tokens[slice(*head)])
    return joined or (ends_as_plural(last) and not last.endswith(("news", "ics")))
