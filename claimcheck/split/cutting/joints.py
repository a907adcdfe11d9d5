"""Whether what "and" leads to is a clause of its own: not the end of a list, not what is still told, not a subject."""

from claimcheck.split.cutting.own_clauses import opens_clause
from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import NOMINAL, ends_as_plural
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = [
    "before_its_verb",
    "behind_and",
    "behind_colon",
    "behind_opener",
    "carries_scope",
    "ends_list",
    "governed",
    "inside_name",
    "still_told",
]

_SCOPES = frozenset({"in", "for", "among", "at"})
_INSERTED = 5  # tokens from "and" to the end of what is put behind it
_BETWEEN = 7  # tokens from "between" to its "and"


def before_its_verb(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether the main clause still waits for its verb: "The test, which takes weeks, with doctors …, is".

    Or a noun phrase told more of: "The actor who built a career on fair pay and access to unions is", "Taxes - the way
    firms are run - in Kent and York rose"; the dashes are read as brackets.
    """
    inner = [j for j in range(begin, at) if _bracketed(tokens, begin, j)]
    if inner and not any(is_finite(tokens, j, rules) for j in range(begin, at) if j not in inner):
        return True
    opens = next(
        (
            j
            for j in range(begin + 1, at)
            if tokens[j].word in rules.relatives | {"where"} and (tokens[j - 1].text == "," or tokens[j].tag == "rel")
        ),
        None,
    )
    if opens is None or any(is_finite(tokens, j, rules) for j in range(begin, opens)):
        return False
    if tokens[opens - 1].text != "," and any(token.text == "," for token in tokens[opens:at]):
        return False
    return sum(is_finite(tokens, j, rules) and tokens[j].tag != "noun" for j in range(opens, at)) < 2


def _bracketed(tokens: list[Token], begin: int, at: int) -> bool:
    """Whether a word stands in brackets that are opened behind ``begin``."""
    marks = [token.text for token in tokens[begin:at] if token.text in {"(", ")"}]
    return marks.count("(") > marks.count(")")


def behind_colon(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether what "and" joins begins behind a colon, and has no verb yet: "one group: the baker and the cook were"."""
    colon = max((j for j in range(begin, at) if tokens[j].text == ":"), default=None)
    return colon is not None and not any(is_finite(tokens, j, rules) for j in range(colon, at))


def ends_list(tokens: list[Token], begin: int, at: int) -> bool:
    """Whether "and" leads to the last of a list of nouns: "of Ann Lee, Jo Ray and Bo Hill was", not to a pronoun."""
    comma = max((j for j in range(begin + 1, at) if tokens[j].text == ","), default=at)
    if comma + 1 >= at or at + 1 >= len(tokens) or tokens[comma - 1].tag not in NOMINAL:
        return False
    members = all(token.tag in NOMINAL | {"adj", "art"} for token in tokens[comma + 1 : at])
    alike = tokens[at - 1].tag == tokens[comma - 1].tag and tokens[at - 1].tag in {"noun", "name"}
    articles = tokens[comma + 1].tag == tokens[at + 1].tag == "art"  # "the turn, the speed and the brake have been"
    return members and alike and (articles or tokens[at + 1].tag in NOMINAL | {"adj"})


def inside_name(tokens: list[Token], begin: int, at: int, end: int, rules: Rules) -> bool:
    """Whether "and" stands in a name of several words: "of the World Judo and Go Association (WJA) held in York"."""
    stop = at + 1
    while stop < end and tokens[stop].capital and tokens[stop].tag in {"noun", "name", "adj"}:
        stop += 1
    first = at
    while first > begin and tokens[first - 1].capital and tokens[first - 1].tag in {"noun", "name", "adj"}:
        first -= 1
    bodily = (
        tokens[stop - 1].word in rules.body_words | rules.body_nouns | rules.kinds.bodies | rules.kinds.beside_firms
    )
    if stop - at < 3 or first == at or not bodily or tokens[first - 1].word not in rules.definite:
        return False
    if stop < end and tokens[stop].text == "(":
        return True
    verb = stop + 1 < end and is_finite(tokens, stop, rules)
    return not verb or (tokens[stop].word not in rules.auxiliaries and tokens[stop + 1].tag == "prep")


def carries_scope(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether what stands in front holds behind "but" too: "In small towns rents are low, but they weigh more"."""
    front, noun = tokens[start], next((j for j in range(start + 1, at) if tokens[j].tag != "adj"), at)
    several = noun < at and tokens[noun].tag == "noun" and ends_as_plural(tokens[noun].word)
    timed = tokens[noun].word in rules.moments | rules.time_words | rules.seasons
    carried = tokens[min(at + 1, len(tokens) - 1)].word in rules.subject_pronouns | rules.it
    return front.word in _SCOPES and tokens[at].word == "but" and several and not timed and carried


def still_told(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether what is told goes on behind "and", or a subject: "saying the pier was unsafe and repairs would …"."""
    told = any(tokens[j].word in rules.with_clause and tokens[j].tag == "ing" for j in range(begin, at))
    verb = max((j for j in range(begin, at) if tokens[j].tag in {"fin", "pp", "inf"}), default=begin)
    joint = tokens[at - 1].tag == tokens[at + 1].tag == "noun" and not ends_as_plural(tokens[at + 1].word)
    if joint and at + 2 < len(tokens) and tokens[at + 2].word in {"are", "were", "have"}:
        return True  # "to lift limits on trade and travel have been made"
    asks = tokens[verb].word in rules.act_verbs | rules.speech_verbs
    listed = asks and all(token.tag in {"noun", "adj", "name"} for token in tokens[verb + 1 : at]) and verb + 1 < at
    opens = max((j for j in range(begin, at) if tokens[j].word in rules.ranges and tokens[j].tag == "prep"), default=at)
    if at - opens in range(2, _BETWEEN) and tokens[at].word not in {token.word for token in tokens[opens:at]}:
        return True  # "talks between the owner and the buyer are over"
    return (told and tokens[at - 1].text != ",") or listed  # "recommended parents and teachers use wipes"


def governed(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether a subordinate clause is still open at ``at``: one between commas is over at the second."""
    return any(opens_clause(tokens, j, rules) and not _over(tokens, begin, j, at, rules) for j in range(begin, at))


def _over(tokens: list[Token], begin: int, opener: int, at: int, rules: Rules) -> bool:
    """Whether a subordinate clause is over at ``at``; a condition in front never is: it holds for all that follows."""
    closed = any(each.text == "," for each in tokens[opener:at])
    if tokens[opener].tag == "rel" and opener > begin and _goes_on_behind(tokens, opener, at, rules):
        return True  # "Ann Lee, a nurse who works there, gave up and left"
    if opener == begin:
        comma = next((j for j in range(opener, at) if tokens[j].text == ","), at)
        verbs = [j for j in range(opener, at) if is_finite(tokens, j, rules)]
        closed = closed and (len(verbs) > 1 or (bool(verbs) and verbs[0] > comma))
        return closed and tokens[opener].word in rules.separable | rules.time_openers | rules.prepositions
    narrows = tokens[opener].tag == "rel"
    return closed and (tokens[opener - 1].text == "," or (narrows and tokens[at - 1].text == ","))


def _goes_on_behind(tokens: list[Token], opener: int, at: int, rules: Rules) -> bool:
    """Whether the main verb follows behind the comma that closes a relative clause: "…, a nurse who lives there, left".

    The relative clause has had its own by then.
    """
    verbs = [j for j in range(opener + 1, at) if is_finite(tokens, j, rules)]
    return len(verbs) > 1 and tokens[verbs[-1] - 1].text == "," and tokens[verbs[-1]].tag == "fin"


def behind_and(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether a comma belongs to what is put behind "and": "the parents and, of course, the children"."""
    opens = next((j for j in range(at - 2, max(start, at - _INSERTED), -1) if tokens[j].text == ","), at - 1)
    return any(tokens[j].text == "," and tokens[j - 1].word in rules.coordinators for j in (opens, at - 1) if j > start)


def behind_opener(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether a comma sets off what is put in right behind "if", "that": "only if, for instance, the owner agrees"."""
    opens = next((j for j in range(at - 1, begin, -1) if tokens[j].word in rules.subordinators), None)
    if opens is None or tokens[opens + 1].text != ",":
        return False
    return not any(is_finite(tokens, j, rules) for j in range(opens + 1, at))
