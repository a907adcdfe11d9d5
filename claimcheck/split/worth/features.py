"""What a clause is like, in numbers that mean the same in every language: what its score and its kind rest on."""

from dataclasses import dataclass
from functools import lru_cache

from claimcheck.records import Assertion, Role
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import last_word
from claimcheck.split.words.tense import tells_past
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, verb_positions
from claimcheck.split.worth.signs import FEATURES
from claimcheck.split.worth.stance import (
    about_an_idea,
    compares,
    has_deed,
    judges_by_form,
    leans_on,
    names_only,
    paints,
)

__all__ = ["Given", "features"]

_SHORT, _LONG, _ENDLESS = 5, 12, 28  # words
_FRAGMENT = 8
_REMEMBERED = 20_000  # words
_NAMING = frozenset({"name", "noun", "adj", "art", ""})
_SHOWN = frozenset({Role.HEADLINE, Role.CAPTION})  # a noun phrase says something there
_BESIDE = frozenset({Role.HEADLINE, Role.LEAD, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Given:
    """What is known about a clause beside its words.

    ``question``: its sentence ends in a question mark. ``named``: it names someone or something. ``dated``: it has a
    date. ``act``: an act of speaking is the news. ``complete``: it reads as a sentence. ``vague``: it leaves words open
    and names nothing. ``governed``: a verb of saying stands outside it. ``presupposed``: its sentence takes it for
    granted. ``narrows``: it only says which of several is meant. ``spoken``: somebody is known to say it.
    ``answer``: it is from an answer of an interview, whose own words are no soundbites. ``points_back``: it says no
    more than who said the sentence before. ``torso``: its sentence has no main clause.
    """

    assertion: Assertion = Assertion.ASSERTED
    role: Role = Role.BODY
    question: bool = False
    named: bool = False
    dated: bool = False
    act: bool = False
    complete: bool = True
    vague: bool = False
    governed: bool = False
    presupposed: bool = False
    narrows: bool = False
    spoken: bool = False
    answer: bool = False
    points_back: bool = False
    torso: bool = False


def features(tokens: list[Token], given: Given, rules: Rules) -> dict[str, float]:
    """The features of a clause that are not 0, by name, in the order of ``FEATURES``; values lie in [0, 2]."""
    words = [token for token in tokens if token.is_word]
    said = [token.word for token in words]
    known = set(said)
    finite = verb_positions(tokens, rules)
    first = said[0] if said else ""
    nominal = sum(token.tag in {"noun", "name", "num"} for token in words)
    asserted = given.assertion is Assertion.ASSERTED
    governed = given.governed and len(words) >= _SHORT
    wordless = bool(rules.finite_verbs) and not finite and not given.act and not governed
    opinions = _judging(words, rules)
    feels = bool(known & rules.worth.feelings)
    personal = bool(known & _personal(words, rules))
    quoted = given.assertion is Assertion.QUOTED and not given.answer
    reported = given.assertion is Assertion.REPORTED
    figure = any(token.text[:1].isdigit() for token in tokens)
    definite = figure or given.named or given.dated or bool(known & rules.number_words)
    phrase = " ".join(said)
    past = tells_past(words, rules)
    fragment = not given.complete
    judges, defines = _judges(tokens, finite, rules), _defines(tokens, finite, rules)
    found: dict[str, float] = {
        "share of nouns and names": nominal / len(words) if words else 0.0,
        "share of names": sum(token.tag == "name" for token in words) / len(words) if words else 0.0,
        "a figure": figure,
        "a number": bool(known & rules.number_words),
        "names someone or something": given.named,
        "nothing definite": not definite,
        "a date": given.dated,
        "in the past": past,
        "says what was done": has_deed(words, rules),
        "an act of speaking": given.act,
        "law": bool(known & rules.worth.legal_words),
        "cause": bool(known & rules.worth.causal_words),
        "comparison": bool(known & rules.worth.superlatives),
        "very short": len(words) < _SHORT,
        "long enough to say something": len(words) >= _LONG,
        "very long": len(words) >= _ENDLESS,
        "a question": given.question or _indirect_question(tokens, phrase, given.role, rules),
        "page furniture": any(each in phrase for each in rules.worth.furniture),
        "asks the reader to do something": first in rules.worth.imperatives and finite[:1] != [1] and len(words) > 1,
        "opinion words": min(2, opinions),
        "words that may judge": min(2, _hinting(words, rules)),
        "hopes or fears": feels,
        "tells own feelings": feels and personal,
        "tells what is not known": any(each in phrase for each in rules.worth.unknowns),
        "only if": first in rules.worth.conditions or _verb_first(tokens, finite, rules),
        "exclaims": bool(tokens) and tokens[-1].text == "!",
        "judges": judges or (defines and opinions > 0),
        "says what something is": defines,
        "stresses": min(2, len(known & rules.worth.intensifiers)),
        "speaks of nobody in particular": bool(known & rules.worth.generic),
        "speaks of the page itself": bool(known & rules.worth.of_the_page),
        "speaks of me or you": personal,
        "speaks to you": bool(known & rules.worth.second_person),
        "addresses the reader": asserted and _addresses(tokens, rules),
        "says what should be": bool(known & rules.worth.normative_words) and asserted,
        "demands": bool(known & rules.worth.normative_words) and not (asserted or known & rules.worth.legal_words),
        "says what ought to be": bool(known & rules.worth.oughts),
        "calls for something": any(each in phrase for each in rules.worth.calls),
        "looks ahead": bool(known & rules.worth.prediction_words),
        "supposes": bool(known & rules.worth.conditional),
        "hedged": bool(known & rules.worth.hedges),
        "says what can be": bool(known & rules.worth.possibles),
        "of the present, nothing definite": bool(finite) and not past and not definite,
        "of the present, of its kind": bool(finite) and not past and names_only(words),
        "about an idea": about_an_idea(tokens, finite, rules),
        "of moods": bool(known & rules.worth.emotions),
        "paints a scene": paints(words, rules),
        "an adjective of judgement": min(2, judges_by_form(words, rules)),
        "compares without a figure": compares(tokens, rules),
        "depends on another clause": leans_on(tokens, rules),
        "denied": bool(known & rules.negators),
        "no verb": wordless,
        "only a title": wordless and given.role in _BESIDE,
        "no subject": bool(finite) and finite[0] == 0 and tokens[0].word.isalpha() and not given.question,
        "reads only with its sentence": not given.complete,
        "taken for granted": given.presupposed,
        "only says which": given.narrows,
        "a fragment with a figure": fragment and figure,
        "a fragment with a name": fragment and given.named,
        "a short fragment": fragment and len(words) < _FRAGMENT,
        "only a name": wordless and len(words) <= _SHORT and all(token.tag in _NAMING for token in words),
        "leaves open what it is about": given.vague,
        "opens with a pronoun": not (words[1:] and words[1].contracted)
        and first in rules.pronouns | rules.demonstratives | rules.not_speakers,
        "in the speaker's words": quoted,
        "in the speaker's words, of themselves": quoted and personal,
        "in the speaker's words, nothing definite": quoted and not definite,
        "reported": reported,
        "reported, nothing definite": reported and not definite,
        "reported, of the present, nothing definite": reported and not definite and not past,
        "reported, a judgement": reported and (opinions > 0 or judges),
        "speaker unknown": not asserted and not given.spoken,
        "beside the body": given.role in _BESIDE,
        "a quotation box": given.role is Role.QUOTE_BOX,
        "only says who said the sentence before": given.points_back,
        "says what I believe": asserted and " ".join(token.word for token in tokens[:2]) in rules.worth.beliefs,
        "no main clause": given.torso and _lacks_much(tokens, given, rules),
    }
    return {name: float(found[name]) for name in FEATURES if found[name]}


def _lacks_much(tokens: list[Token], given: Given, rules: Rules) -> bool:
    """Whether a sentence without a main clause says nothing by itself: "In Leeds, a change of course"; a title may."""
    if rules.subject_first:
        return given.role not in _BESIDE or any(token.text in {",", ":"} for token in tokens)
    shown = given.role in _SHOWN and not ends_infinitive(tokens, last_word(tokens, 0, len(tokens)))
    return given.assertion is Assertion.ASSERTED and not shown


def _judging(words: list[Token], rules: Rules) -> int:
    """How many words judge, in whatever form they stand."""
    return sum(
        _stem(token.word, rules) in rules.worth.opinion_words and not _in_a_name(words, at, rules)
        for at, token in enumerate(words)
    )


def _in_a_name(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word is part of a name: "the Preservation Trust"."""
    named = words[at].tag == "name" or (rules.subject_first and words[at].capital)
    return at > 0 and named


def _hinting(words: list[Token], rules: Rules) -> int:
    """How many words may judge; not where they only grade: "schwer verletzt", "gut 200", "stark abhängig"."""
    after = [*words[1:], None]
    return sum(
        _stem(token.word, rules) in rules.worth.opinion_hints
        and (follower is None or not (follower.tag in {"pp", "num"} or _grades(token, follower, rules)))
        for token, follower in zip(words, after, strict=True)
    )


def _grades(token: Token, follower: Token, rules: Rules) -> bool:
    """Whether an adjective without its ending stands, in German, before one that judges nothing itself."""
    if not rules.comma_bound or token.word not in rules.worth.opinion_hints:
        return False
    judges = _stem(follower.word, rules) in rules.worth.opinion_words | rules.worth.opinion_hints
    return follower.tag in {"adj", "adv"} and not judges


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str, rules: Rules) -> str:
    """An adjective without its ending where the lists know it so; else the word."""
    known = rules.worth.opinion_words | rules.worth.opinion_hints
    if word in known:
        return word
    bare = (word[: -len(each)] for each in rules.worth.endings if word.endswith(each) and len(word) > len(each) + 2)
    return next((each for each in bare if each in known), word)


def _addresses(tokens: list[Token], rules: Rules) -> bool:
    """Whether a word stands with a capital inside the sentence that has one only where it means the reader."""
    inside = (at for at in range(1, len(tokens)) if tokens[at - 1].is_word or tokens[at - 1].text == ",")
    return any(tokens[at].capital and tokens[at].word in rules.worth.polite for at in inside)


def _verb_first(tokens: list[Token], finite: list[int], rules: Rules) -> bool:
    """Whether a condition opens with its verb: "Fällt der Preis, sinkt der Umsatz"."""
    opens = rules.comma_bound and finite[:1] == [0] and len(finite) > 1
    return opens and any(token.text == "," for token in tokens[: finite[1]])


def _indirect_question(tokens: list[Token], phrase: str, role: Role, rules: Rules) -> bool:
    """Whether it asks without a question mark: "Wo es Hilfe gibt", and over an article "How the ban hurts bakers".

    ``phrase`` is its words, by a space each.
    """
    if any(each in phrase for each in rules.worth.wondering):
        return True
    first = phrase.split(" ", 1)[0]
    if any(token.text == "," for token in tokens):
        return False
    asking = rules.worth.question_words - rules.auxiliaries
    if rules.comma_bound:
        return first in asking
    return role is Role.HEADLINE and first in asking - rules.time_openers


def _judges(tokens: list[Token], finite: list[int], rules: Rules) -> bool:
    """Whether its verb is "to be" and what follows has no noun: "the conflict is convenient"."""
    after = tokens[finite[0] + 1 :] if finite and tokens[finite[0]].word in rules.worth.copulas else []
    return any(token.tag in {"adv", "adj"} for token in after) and not any(
        token.tag in {"noun", "name", "num", "pp", "ing"} for token in after
    )


def _defines(tokens: list[Token], finite: list[int], rules: Rules) -> bool:
    """Whether its first verb is "to be" in the present, with a noun behind and no participle: "she is a force"."""
    if not finite or tokens[finite[0]].word not in rules.worth.copulas - rules.past_forms:
        return False
    after = tokens[finite[0] + 1 :]
    return any(token.tag in {"noun", "name"} for token in after) and not any(
        token.tag in {"pp", "ing", "num"} for token in after
    )


def _personal(words: list[Token], rules: Rules) -> frozenset[str]:
    """The words for me or you; "sie" is one only where a capital inside the sentence tells it from a pronoun."""
    polite = any(token.capital and token.word in rules.pronouns & rules.first_second_person for token in words[1:])
    found = rules.first_second_person if polite else rules.first_second_person - rules.pronouns
    return found - {token.word for token in words if token.text == "US"}
