"""Who acts: the noun phrase before a verb, or behind it where an adverbial stands in front."""

from claimcheck.split.cutting.phrases import phrase_end, subject_of
from claimcheck.split.dates.horizon import is_over
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import MARKS, WHEN, Frame, is_measure, phrase_at, speaker_end
from claimcheck.split.speech.inverted import behind_object
from claimcheck.split.speech.pointed import pointed_source
from claimcheck.split.speech.sayers import as_for
from claimcheck.split.speech.speakers import Speaker, Speakers
from claimcheck.split.words.quotes import CLOSING_MARKS, OPENING_MARKS
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, is_subjunctive
from claimcheck.split.worth.checkability import speaks_act

__all__ = [
    "confirms",
    "find_actor",
    "find_announcer",
    "find_cited",
    "is_hearsay",
    "is_indirect",
    "is_passive",
    "own_act",
    "tells_at",
]

_INSIDERS = 7  # tokens of "mit der Sache vertraute Personen"
_NOUN_AHEAD = 4  # tokens of a noun in front whose clause follows: "Die alte These, …"
_REACH = 12  # tokens between a verb and its preposition
_LONGEST = 12  # tokens an actor may have
_FRONT = 16  # tokens an adverbial in front may have


def find_actor(tokens: list[Token], verb: int, speakers: Speakers, rules: Rules) -> Speaker | None:
    """Who does what the verb at ``verb`` says; None where that is not a person or body."""
    second = next((at for at in range(verb) if tokens[at].word in rules.auxiliaries), verb)
    if second + 1 < len(tokens) and tokens[second + 1].word in rules.nominatives & rules.pronouns - rules.expletives:
        return speakers.resolve(tokens[second + 1 : second + 2])  # "Die Kosten bezifferte er auf …"
    if rules.comma_bound and any(token.word == "man" for token in tokens[max(0, second - 1) : second + 2]):
        return None
    opened = next((at for at in range(second - 1) if tokens[at].text in OPENING_MARKS), None)
    titled = second > 2 and opened is not None and tokens[second - 1].text in CLOSING_MARKS
    if titled and all(token.tag in {"art", "adj", "noun", "name"} for token in tokens[:opened]):
        return speakers.resolve(tokens[:second])  # "Die Gruppe „Elbe in Not“ sieht keine Gefahr"
    found = subject_of(tokens, second, rules)
    if found and all(token.word in WHEN for token in tokens[slice(*found)]):
        found = None  # "Diese Woche prognostizierte das Fernsehen"
    if found and (topic := as_for(tokens, found, rules)):
        return speakers.resolve(topic)
    if found and (turned := behind_object(tokens, found, second, rules)):
        return speakers.resolve(tokens[slice(*turned)])  # "Die Kosten gab Meier mit 3 Millionen an"
    if found and rules.comma_bound and not can_speak(_bare(tokens[slice(*found)]), rules):
        behind = _phrase(tokens, second + 1, rules)
        if can_speak(behind, rules) and tokens[second].word.endswith("en") and _abstract(tokens, found, rules):
            return speakers.resolve(behind)  # "Die Wertschöpfung schätzen die Autoren auf …"
    shares = rules.naming.shares if found and rules.comma_bound else frozenset()
    if found and any(token.word in shares for token in tokens[slice(*found)][:3]):
        return None  # "55 Prozent der Wähler sehen Meier als Favoriten"
    dated = found is not None and any(token.word in rules.earlier_words for token in tokens[found[0] : second])
    if found and not (dated and rules.comma_bound) and _names_actor(tokens[slice(*found)], rules, whole=True):
        return speakers.resolve(_head(tokens[slice(*found)]))
    end = second
    while end and (tokens[end - 1].word in rules.adverbs or not tokens[end - 1].is_word):
        end -= 1
    begin = max((at + 1 for at in range(end) if tokens[at].text in MARKS - {",", "-"}), default=0)
    subject = tokens[begin:end]
    if rules.subject_first and any(token.tag == "rel" for token in subject[-_REACH:]):
        rel = max(at for at, token in enumerate(subject) if token.tag == "rel")
        if not any(token.text == "," for token in subject[rel:]):
            return None  # "Sadly, the mill, which everybody had expected to open, shut": of another verb
    adverbial = any(token.word in rules.deictics | rules.earlier_words for token in tokens[end:second])
    if adverbial and rules.comma_bound:
        subject = []  # "Zwei Wochen zuvor hatte …"
    if _names_actor(subject, rules):
        return speakers.resolve(_head(subject))
    fronted = second - begin <= _FRONT and rules.comma_bound
    behind = _phrase(tokens, second + 1, rules) if fronted else []
    if "von" in rules.view_verbs.get(tokens[verb].word, ()):  # "sprach der Leiter von 1200 Gästen"
        behind = behind[: next((at for at, token in enumerate(behind) if token.word == "von"), len(behind))]
    return speakers.resolve(behind) if _names_actor(behind, rules) else None


def find_announcer(tokens: list[Token], speakers: Speakers, rules: Rules) -> Speaker | None:
    """Who said the sentence before, where this one tells: "Das teilte die Polizei mit", "This was said by Ann Lee"."""
    if len(tokens) < 4 or tokens[0].word not in rules.pointing or not rules.comma_bound:
        return None
    found = pointed_source(tokens, 0, rules)
    if found is None or confirms(tokens[1]):
        return None
    whole = tokens[found[1]].word == "hervor" if found[1] < len(tokens) else False  # "Das geht aus … hervor"
    told = None if whole else _phrase(tokens, found[0], rules)
    return speakers.resolve(told or tokens[slice(*found)])


def confirms(verb: Token) -> bool:
    """Whether a verb only confirms what others say or ask, which is an act: "bestätigte den Bericht"."""
    return verb.word.startswith("bestätig")


def find_cited(tokens: list[Token], frame: Frame, speakers: Speakers, rules: Rules) -> Speaker | None:
    """The source that a channel names outside what it passes on: "berichtet unter Berufung auf Diplomaten, …"."""
    if rules.comma_bound and tokens[frame.cue[0]].word.startswith("zitier"):  # "zitiert Meier mit den Worten"
        behind = max(frame.cue[1], frame.speaker[1])
        cited = tokens[behind : phrase_end(tokens, behind, len(tokens), rules, close=True)]
        return speakers.resolve(cited) if can_speak(head_of(cited, rules), rules) else None
    for at in range(len(tokens)):
        length = phrase_at(tokens, at, rules.citing)
        if length and not any(a <= at < b for a, b in frame.content):
            if insiders := _familiar(tokens, at + length):
                return speakers.resolve(insiders)
            end = speaker_end(tokens, at + length, rules)
            return speakers.resolve(tokens[at + length : end]) if can_speak(tokens[at + length : end], rules) else None
    return None


def _familiar(tokens: list[Token], start: int) -> list[Token]:
    """The German words for people who are told by what they know: "mit der Sache vertraute Personen"; else nothing."""
    near = tokens[start : start + _INSIDERS]
    at = next((at for at, token in enumerate(near[:-1]) if token.word in {"vertraute", "vertrauten"}), 0)
    return near[: at + 2] if at and near[0].word == "mit" and near[at + 1].capital else []


def _names_actor(subject: list[Token], rules: Rules, *, whole: bool = False) -> bool:
    """Whether a stretch can name who acts: a noun phrase with a name or a noun, no adverbial."""
    if not 0 < len(subject) <= _LONGEST * (1 + whole) or not any(token.capital for token in subject):
        return whole and rules.subject_first and bool(subject)
    if is_measure(subject, rules) or all(token.tag == "adv" for token in subject):
        return False  # "Gleichzeitig berichtete sie …"
    first = subject[0].word
    if first in rules.prepositions | rules.adverbs | rules.not_speakers | rules.deictics | rules.subordinators:
        return False
    if first in rules.pronouns:
        return len(subject) == 1
    if first in rules.first_second_person:
        return False  # "We expect that …"
    if subject[0].tag in {"sub", "prep", "rel"}:
        return False
    last = subject[-1]
    if rules.comma_bound and not (last.capital or last.text in CLOSING_MARKS | {")"}):
        return False  # "Gut zwei Wochen zuvor"
    return whole or not any(is_finite(subject, at, rules) for at in range(1, len(subject)) if not subject[at].capital)


def _abstract(tokens: list[Token], found: tuple[int, int], rules: Rules) -> bool:
    """Whether a German subject is one thing that nobody is: no plural verb is its own."""
    heads = [token.word for token in _bare(tokens[slice(*found)]) if token.tag == "noun"]
    return bool(heads) and heads[0].endswith((*rules.act_nouns, "ik", "heit", "keit", "zahl"))


def _bare(phrase: list[Token]) -> list[Token]:
    """A noun phrase without what a preposition adds to it: "die Wertschöpfung" of "die Wertschöpfung in Korrenien"."""
    return phrase[: next((at for at in range(1, len(phrase)) if phrase[at].tag == "prep"), len(phrase))]


def _head(subject: list[Token]) -> list[Token]:
    """A subject without what is put behind it between commas, unless that names it."""
    comma = next((at for at in range(1, len(subject)) if subject[at].text == ","), None)
    if comma is not None and comma + 1 < len(subject) and subject[comma + 1].tag in {"ing", "pp", "rel", "prep"}:
        return subject[:comma]  # "The report, seen by Ann Lee,"
    return subject if comma is None or any(token.capital for token in subject[comma:]) else subject[:comma]


def _phrase(tokens: list[Token], start: int, rules: Rules) -> list[Token]:
    """The noun phrase that begins at ``start``: small words, then capitalised ones; a person may follow an office."""
    at = start
    if at < len(tokens) and tokens[at].word in rules.prepositions | rules.adverbs | rules.pronouns | rules.negations:
        return []
    while at < len(tokens) and at - start < 4 and tokens[at].is_word and not tokens[at].capital:
        at += 1
    while at < len(tokens) and tokens[at].capital and tokens[at].is_word:
        at += 1
    if at <= start or not tokens[at - 1].capital:
        return []
    if at < len(tokens) and tokens[at].word in {"um", "von", "vom", "der", "des"}:
        further = _phrase(tokens, at + 1, rules)
        return tokens[start:at] + (further and [tokens[at], *further])
    return tokens[start:at]


def is_hearsay(tokens: list[Token], rules: Rules) -> bool:
    """Whether a sentence is someone's word by its wording: "allegedly", "soll gesagt haben"."""
    for token in tokens:
        if token.word not in rules.hearsay:
            continue
        if token.word not in rules.auxiliaries:
            return True
        if is_over(tokens, rules):  # "soll" is hearsay only about what is over
            return True
    return False


def is_indirect(tokens: list[Token], verbs: list[int], rules: Rules, *, running: bool) -> bool:
    """Whether a sentence is reported speech by its verb ("Ausnahmen gebe es nicht") or names no source ("demnach").

    ``running``: the sentence before was someone's word, so that "würde" and "would" carry it on.
    """
    if any(token.word in rules.accordingly for token in tokens):
        return True
    own = rules.first_second_person - rules.pronouns
    if not verbs or any(token.word in own for token in tokens):
        return False
    main = _main_verb(tokens, verbs, rules)
    first = tokens[main].word
    if is_subjunctive(tokens[main], rules):
        return True
    supposing = rules.worth.conditions | {"ob"} if rules.comma_bound else rules.subordinators
    supposed = any(token.word in supposing or (token.tag == "sub" and not rules.comma_bound) for token in tokens)
    return running and first in rules.backshifted and not supposed


def _main_verb(tokens: list[Token], verbs: list[int], rules: Rules) -> int:
    """The first verb, or behind a clause in front the one that follows its comma: "Weil es fehlte, sei …"."""
    comma = next((at for at in range(1, verbs[0]) if tokens[at].text == ","), None)
    inserted = comma is not None and comma < _NOUN_AHEAD and tokens[comma - 1].tag == "noun"
    if not rules.comma_bound or not (tokens[0].word in rules.subordinators or inserted):
        return verbs[0]
    return next((at for at in verbs if at > verbs[0] and tokens[at - 1].text == ","), verbs[0])


def is_passive(tokens: list[Token], verb: int, rules: Rules) -> bool:
    """Whether the one named does not do what a verb says: "was accused of", "wird kritisiert"."""
    near = tokens[max(0, verb - _REACH) : verb]
    if rules.subject_first:
        helper = next((token for token in reversed(near) if token.word in rules.auxiliaries), None)
        adjacent = helper is not None and all(token.tag == "adv" for token in near[near.index(helper) + 1 :])
        return adjacent and helper is not None and helper.word in rules.passives
    if tokens[verb].tag != "pp" or is_finite(tokens, verb, rules):
        return False
    return not any(token.word in rules.perfects for token in tokens[:verb] + tokens[verb + 1 : verb + 2])


def own_act(tokens: list[Token], rules: Rules) -> int | None:
    """Where the act of speaking is that a sentence tells of: its own verb, no participle of a passive; else None."""
    verb = speaks_act(tokens, rules)
    if verb is None or is_passive(tokens, verb, rules) or tokens[verb].tag == "adj" or _in_clause(tokens, verb, rules):
        return None
    return verb


def _in_clause(tokens: list[Token], verb: int, rules: Rules) -> bool:
    """Whether a verb is that of a clause behind the sentence's own verb: "It came out after Lee threatened to go"."""
    first = next((at for at in range(1, verb) if is_finite(tokens, at, rules)), verb)
    if rules.comma_bound:
        comma = next((at for at in range(verb, first, -1) if tokens[at].text == ","), verb)
        return comma < verb and tokens[comma + 1].tag in {"rel", "sub"}
    openers = rules.time_openers | rules.subordinators | rules.relatives - rules.that
    return any(tokens[at].word in openers for at in range(first + 1, verb))


def tells_at(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether what follows a verb is the word of its subject: "estimates", "had expected", "spricht von"."""
    told = at
    while told + 1 < len(tokens) and tokens[at].word in rules.perfects and (told == at or tokens[told].tag == "adv"):
        told += 1
    following = tokens[told + 1].word if told + 1 < len(tokens) else ""
    return following not in rules.oneself and (tokens[told].word in rules.telling_verbs or _views_at(tokens, at, rules))


def _views_at(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a verb with its preposition gives someone's view: "spricht von", "rechnet mit"."""
    wanted = rules.view_verbs.get(tokens[at].word)
    far = len(tokens) if rules.comma_bound else at + _REACH  # a German verb has its particle at the end
    ends = (j for j in range(at + 1, min(len(tokens), far)) if tokens[j].tag == "conj" or tokens[j].text in ",;:")
    stop = next(ends, far) if rules.comma_bound else far
    near = {token.word for token in tokens[at + 1 : stop]}
    return wanted is not None and any(near.issuperset(each.split("+")) for each in wanted)
