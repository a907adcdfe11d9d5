"""Words that show whether a sentence says something to check, and what kind of thing."""

from dataclasses import dataclass

__all__ = ["Worth"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What tells facts from judgements, demands and scenes; all casefolded, every field may be empty."""

    opinion_words: frozenset[str] = _NONE  # plain judgements, adjectives without their endings
    opinion_hints: frozenset[str] = _NONE  # words that judge in one sentence and tell a fact in another
    feelings: frozenset[str] = _NONE  # verbs and nouns of hoping, fearing, believing
    beliefs: tuple[str, ...] = ()  # the first two words of what I only believe: "i believe", "ich glaube"
    endings: tuple[str, ...] = ()  # what such an adjective or verb may end in, longest first
    unknowns: tuple[str, ...] = ()  # phrases that say only that something is not known
    wondering: tuple[str, ...] = ()  # phrases that put a question without a question mark
    havings: frozenset[str] = _NONE  # "has", "hat": with a participle, the past
    conditions: frozenset[str] = _NONE  # words that open a condition
    calls: tuple[str, ...] = ()  # phrases that ask for something to be done
    oughts: frozenset[str] = _NONE  # "should": never what a law says
    second_person: frozenset[str] = _NONE
    generic: frozenset[str] = _NONE  # subjects that mean nobody in particular: "one", "everybody"
    intensifiers: frozenset[str] = _NONE
    of_the_page: frozenset[str] = _NONE  # words by which a page speaks of itself
    conditional: frozenset[str] = _NONE  # verb forms that suppose: "would", "könnte"
    copulas: frozenset[str] = _NONE  # finite forms of "to be"
    prediction_words: frozenset[str] = _NONE
    normative_words: frozenset[str] = _NONE
    hedges: frozenset[str] = _NONE
    question_words: frozenset[str] = _NONE
    polite: frozenset[str] = _NONE  # words that address the reader where they have a capital inside a sentence
    imperatives: frozenset[str] = _NONE
    causal_words: frozenset[str] = _NONE
    legal_words: frozenset[str] = _NONE
    superlatives: frozenset[str] = _NONE
    possibles: frozenset[str] = _NONE  # "may", "kann": what need not be
    ideas: frozenset[str] = _NONE  # nouns for thoughts: "hope", "Frage"
    gestures: frozenset[str] = _NONE  # verbs that paint a scene: "smiles", "sitzt"
    emotions: frozenset[str] = _NONE  # nouns and adjectives for moods: "surprise", "Wut"
    deeds: frozenset[str] = _NONE  # verb forms for what is done on a day: "arrested", "gekauft"
    judging_forms: tuple[str, ...] = ()  # endings of adjectives that mostly judge
    plain_forms: frozenset[str] = _NONE  # those with such an ending that do not
    degrees: frozenset[str] = _NONE  # "more", "less" before an adjective
    furniture: tuple[str, ...] = ()  # phrases of page furniture that slipped into an article
