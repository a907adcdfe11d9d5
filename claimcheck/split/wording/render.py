"""Clauses that are no sentences, worded as sentences: an accusation's infinitive, a relative clause.

"warf dem Westen vor, das Memorandum zu brechen" → "Der Westen bricht das Memorandum"; only where subject and verb form
are plain, else the clause stays as it is.
"""

from dataclasses import replace

from claimcheck.split.cutting.constituents import first_constituent
from claimcheck.split.cutting.copulas import described
from claimcheck.split.cutting.granted import granted_sentence
from claimcheck.split.cutting.last_verbs import final_verb, parted_verb
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import phrases
from claimcheck.split.wording.infinitives import told_infinitive
from claimcheck.split.words.cases import behind_article, without_dative
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tagging import analysed
from claimcheck.split.words.tokens import Token

__all__ = ["as_sentence"]

_UNCHANGED = phrases(  # endings of plurals that are the same in every case
    """innen | ungen | heiten | keiten | schaften | ionen | täten | isten | enten | anten | frauen | menschen |
    personen | firmen | familien | kunden | zeugen | kollegen | schulen | straßen | wohnungen"""
)
_THESE = frozenset({("diese", "die"), ("dieses", "das"), ("dieser", "der")})  # in the nominative as their pronoun is
_TOWARDS = frozenset({"in", "nach", "aus", "durch"})  # before the name of a place
_CONTRACTED = frozenset({"am", "im", "vom", "zum", "beim", "zur", "ins", "ans", "aufs"})
_GIVEN = frozenset({"ihm", "ihr", "ihnen", "uns", "mir", "dir"})
_CASES = {"dem": "der", "den": "der", "der": "die", "die": "die", "das": "das"}  # what stands in the nominative


def as_sentence(tokens: list[Token], unit: Unit, cue: Stretch | None, rules: Rules) -> Unit:
    """The clause with the words and the order of a sentence; itself where that is not sure."""
    if not unit.complete and (sentence := described(tokens, unit, rules)):
        return sentence
    if not rules.comma_bound:
        return unit
    if unit.presupposed and len(unit.stretches) == 1 and not unit.complete and not unit.parts:
        return granted_sentence(tokens, unit, rules) or unit
    if len(unit.stretches) == 1 and cue and tokens[cue[0]].word in rules.accusing and not unit.parts:
        return _accused(tokens, unit, cue, rules) or told_infinitive(tokens, unit, cue, rules) or unit
    if cue and (told := told_infinitive(tokens, unit, cue, rules)):
        return told
    if unit.presupposed and len(unit.stretches) == 2 and not unit.complete:
        return _relative(tokens, unit, rules) or unit
    return unit


def _accused(tokens: list[Token], unit: Unit, cue: Stretch, rules: Rules) -> Unit | None:
    start, end = unit.stretches[0]
    while end > start and not tokens[end - 1].is_word:
        end -= 1
    if end - start < 4 or tokens[end - 2].word not in rules.infinitive_marks or cue[0] >= start:
        return None
    named = _accused_phrase(tokens, cue[1], start, rules)
    if named is None:
        return None
    subject, many = named
    verb = tokens[end - 1].word
    finite = verb if many else rules.third_person.get(verb, _regular(verb))
    return replace(unit, parts=(f"{subject} {finite} ", (start, end - 2)), complete=True) if finite else None


def _accused_phrase(tokens: list[Token], start: int, end: int, rules: Rules) -> tuple[str, bool] | None:
    """Who is accused, as a subject, and whether they are many; None where that is not plain."""
    at = start
    while at < end and (tokens[at].word in rules.adverbs or tokens[at].text in {",", "“", "„"}):
        at += 1
    if at >= end:
        return None
    article = tokens[at].word
    if article in {"dem", "der", "den"} and at + 1 < end and tokens[at + 1].capital:
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        if after is None or (after.is_word and after.capital):
            return None
        many = article == "den"
        noun = tokens[at + 1].text
        if article == "dem":
            noun = behind_article(noun, "der", weak=False)  # "dem 34-Jährigen": "Der 34-Jährige"
        return f"{'Die' if many else _CASES[article].capitalize()} {noun}", many
    if tokens[at].capital and at + 1 < len(tokens) and not tokens[at + 1].capital and article not in rules.pronouns:
        return tokens[at].text, False
    return None


def _regular(verb: str) -> str | None:
    """The third person of a verb whose vowel stays: "bedrohen" → "bedroht"."""
    if not verb.endswith("en") or len(verb) < 5:
        return None
    stem = verb[:-2]
    return stem + ("et" if stem.endswith(("t", "d")) else "t")


def _relative(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """``eine Resolution, die den Angriff verurteilte`` → ``Die Resolution verurteilte den Angriff``.

    The noun stands in front with the article that its pronoun has there, a preposition before it, and the verb behind
    it: a main clause, whatever case the pronoun is in.
    """
    noun, (start, end) = unit.stretches
    led = tokens[start].tag == "prep"
    at = start + led
    pronoun = tokens[at].word
    own = tokens[start].word == "sich" and noun[1] + 2 < start and tokens[noun[1] + 2].word == "sich"
    if tokens[start - 1].word in rules.coordinators and (tokens[at].tag == "art" or own):
        return _sharing_pronoun(tokens, unit, rules)
    if pronoun in rules.place_relatives and not led:
        return _placed(tokens, unit, rules)
    if pronoun in {"dessen", "deren"} and not led:
        return _owned(tokens, unit, rules)
    if noun[0] and tokens[noun[0] - 1].word in rules.coordinators and pronoun != "das":
        return None
    if pronoun not in {"der", "die", "das", "den", "dem"} or (at + 1 < end and tokens[at + 1].capital and led):
        return None
    given = at + 2 < end and tokens[at + 1].word in _GIVEN and tokens[at + 2].tag == "art"
    if given and pronoun != "der" and not led:
        return None  # "das Hoch, das ihm die Rede bescherte": it may be the object
    verb = final_verb(tokens, at + 1, end, rules)
    words = parted_verb(tokens, verb, rules) if verb is not None and verb > at else None
    many = pronoun == "die" and verb is not None and tokens[verb].word.endswith(("en", "sind"))
    phrase = _with_article(tokens, noun, pronoun, rules, led=led, many=many)
    denied = any(token.word in rules.negators for token in tokens[start:end])
    if verb is None or words is None or phrase is None or (denied and many and tokens[noun[0]].word == "den"):
        return None  # "Den Gästen, die nicht kommen, fehlt etwas": not all of them
    reflexive = verb > at + 1 and tokens[at + 1].word == "sich"
    subject = first_constituent(tokens, at + 1 + reflexive, verb, rules) if pronoun in {"den", "dem"} or led else None
    middle: tuple[Stretch | str, ...] = ((at + 1, verb),)
    if subject is not None and tokens[at + 1].tag == "adv":
        return None
    opening = (f"{tokens[start].text} ",) if led else ()
    return replace(
        unit, parts=_joined(*opening, *phrase, *words[:1], *middle, *words[1:], (verb + 1, end)), complete=True
    )


def _sharing_pronoun(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """``eine Halle, die alt war und dem Rat missfiel`` → ``Die Halle missfiel dem Rat``: it is the subject of both."""
    noun, (start, end) = unit.stretches
    pronoun = tokens[noun[1] + 1].word if noun[1] + 1 < start else ""
    named = all(token.tag == "name" for token in tokens[slice(*noun)])
    objects = {"dem", "den", "einem", "einen", "sich"}
    if pronoun not in {"der", "die", "das"} or not (named or tokens[start].word in objects):
        return None
    verb = final_verb(tokens, start, end, rules)
    words = parted_verb(tokens, verb, rules) if verb is not None and verb > start else None
    phrase = _with_article(tokens, noun, pronoun, rules, led=False, many=False)
    if verb is None or words is None or phrase is None:
        return None
    parts = _joined(*phrase, *words[:1], (start, verb), *words[1:], (verb + 1, end))
    return replace(unit, parts=parts, complete=True)


def _placed(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """``nach Linz, wo sie ein Haus haben`` → ``In Linz haben sie ein Haus``: only behind the name of a place."""
    noun, (start, end) = unit.stretches
    named = all(token.tag == "name" for token in tokens[slice(*noun)])
    named = named or (noun[1] - noun[0] == 1 and tokens[noun[0] - 1].word == "nach")  # whatever it was read as
    if not named or noun[0] == 0 or tokens[noun[0] - 1].word not in _TOWARDS:
        return None
    verb = final_verb(tokens, start + 1, end, rules)
    words = parted_verb(tokens, verb, rules) if verb is not None and verb > start + 1 else None
    if verb is None or words is None:
        return None
    parts = _joined("In ", noun, *words[:1], (start + 1, verb), *words[1:], (verb + 1, end))
    return replace(unit, parts=parts, complete=True)


def _owned(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """``Max Dorn, dessen Sohn in Kiel starb`` → ``Max Dorns Sohn starb in Kiel``: only behind a name."""
    noun, (start, end) = unit.stretches
    named = tokens[slice(*noun)]
    if not all(token.capital for token in named) or named[0].tag != "name":
        return None
    verb = final_verb(tokens, start + 1, end, rules)
    words = parted_verb(tokens, verb, rules) if verb is not None and verb > start + 1 else None
    front = first_constituent(tokens, start + 1, verb, rules) if verb is not None and words else None
    if verb is None or words is None or front is None or front <= start + 1:
        return None
    name = " ".join(token.text for token in tokens[slice(*noun)])
    owner = f"{name}{'’' if name[-1] in 'sxzß' else 's'} "
    parts = _joined(owner, (start + 1, front), *words[:1], (front, verb), *words[1:], (verb + 1, end))
    return replace(unit, parts=parts, complete=True)


def _joined(*parts: Stretch | str) -> tuple[Stretch | str, ...]:
    """The parts that are not empty, strings beside each other as one."""
    found: list[Stretch | str] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] = f"{found[-1].rstrip()} {part.lstrip()}"
        elif isinstance(part, str) or part[0] < part[1]:
            found.append(part)
    return tuple(found)


def _with_article(
    tokens: list[Token], noun: Stretch, pronoun: str, rules: Rules, *, led: bool, many: bool
) -> tuple[Stretch | str, ...] | None:
    """A noun phrase with the article that stands in its pronoun; as it is where it has none, as a name or many do."""
    first = tokens[noun[0]]
    nouns = [token for token in tokens[slice(*noun)] if token.tag in {"noun", "name"}]
    if not nouns:
        return None
    if (first.word, pronoun) in _THESE and not led:
        return (noun,)  # "diese Frist, die"
    if first.word in rules.demonstratives or first.word in rules.his:
        return None
    if first.word == "des" and pronoun in {"der", "das"} and not led:
        return _declined(tokens, (noun[0] + 1, noun[1]), pronoun, weak=False, genitive=True)
    article = first.word in rules.definite or first.word.startswith("ein")
    if not article:
        if first.tag == "art" and nouns[-1].word.endswith("n"):
            return None  # "mehreren Projekten": another case
        plain = (
            first.tag in {"name", "num", "art"}
            or any(token.tag == "name" for token in nouns)
            or (pronoun == "die" and nouns[0].tag == "noun")
        )
        contracted = noun[0] > 0 and tokens[noun[0] - 1].word in _CONTRACTED
        described = first.tag == "adj" and tokens[noun[0] - 1].tag == "prep"  # "im heutigen Korrenien, das"
        if contracted and not led and (described or all(token.tag == "noun" for token in nouns)):
            return _declined(tokens, (noun[0], noun[1]), pronoun, weak=False)
        before = noun[0] - 1 - (noun[0] > 1 and tokens[noun[0] - 1].tag == "adv")  # "von etwa 1200 Gästen"
        ends = nouns[-1].word.endswith("n") and noun[0] > 0 and tokens[before].tag == "prep"
        if ends and not led and first.tag == "num" and noun[1] - noun[0] == 2 and pronoun == "die":
            noun_form = without_dative(nouns[-1].text, rules)
            plain_form = noun_form != nouns[-1].text or noun_form.casefold().endswith(_UNCHANGED)
            return (f"{first.text} {noun_form} ",) if plain_form else None  # "von 1200 Besuchern, die"
        return (noun,) if plain and not (ends and nouns[0].tag == "noun") and not led else None
    if first.word == "den" and pronoun == "die" and not led:
        return _several(tokens, noun, rules)
    if first.word in {"des", "eines"} or (first.word == "den" and pronoun == "die"):
        return None  # "des Berichtes": the noun itself would change
    if first.word == pronoun == "die":
        return (noun,)  # "die älteren Kinder, die"
    return _declined(tokens, (noun[0] + 1, noun[1]), pronoun, weak=many or (led and pronoun == "der"))


def _several(tokens: list[Token], noun: Stretch, rules: Rules) -> tuple[Stretch | str, ...] | None:
    """``den zwölf Gästen`` → ``Die zwölf Gäste``; None where the form of the noun is not plain."""
    last = tokens[noun[1] - 1]
    described = all(token.tag in {"adj", "num"} and not token.capital for token in tokens[noun[0] + 1 : noun[1] - 1])
    form = without_dative(last.text, rules)
    plain = last.tag == "noun" and (form != last.text or form.casefold().endswith(_UNCHANGED))
    return ("Die ", (noun[0] + 1, noun[1] - 1), f" {form} ") if described and plain else None


def _declined(
    tokens: list[Token], noun: Stretch, article: str, *, weak: bool, genitive: bool = False
) -> tuple[Stretch | str, ...] | None:
    """The article with what follows it, adjectives with the ending it asks for; ``weak``: "auf der alten Strecke".

    ``genitive``: the noun stands in it: "des Werkes".
    """
    parts: list[Stretch | str] = [f"{article} "]
    at = noun[0]
    described = {"adj", "adv", "num", "pp"}
    while at < noun[1] and tokens[at].tag in described and (tokens[at].tag == "adj" or not tokens[at].capital):
        word = tokens[at].text
        if tokens[at].tag == "adj" and not (tokens[at].capital and word.endswith("er")):  # "des Wiener Hofes"
            stem = next(
                (word.removesuffix(each) for each in ("er", "es", "em", "en", "e") if word.endswith(each)), word
            )
            if stem == word:
                return None
            word = stem + ("en" if weak or article in {"den", "dem"} else "e")
        parts.append(f"{word} ")
        at += 1
    if at >= noun[1]:
        return None
    if genitive:
        form = analysed(tokens[at].text, "de")[0]
        plain = tokens[at].tag == "noun" and tokens[at].text in {f"{form}s", f"{form}es"}
        return (*parts, f"{form} ", *(((at + 1, noun[1]),) if at + 1 < noun[1] else ())) if plain else None
    oblique = weak or article in {"den", "dem"}
    declined = behind_article(tokens[at].text, article, weak=oblique) if tokens[at].tag == "noun" else tokens[at].text
    if declined != tokens[at].text:
        return (*parts, f"{declined} ", *(((at + 1, noun[1]),) if at + 1 < noun[1] else ()))
    return (*parts, (at, noun[1]))
