"""The words a language gives the splitter; every field may be empty, and what is empty is not looked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimcheck.split.languages.day_words import DayWords
from claimcheck.split.languages.framing import Framing
from claimcheck.split.languages.kind_words import KindWords
from claimcheck.split.languages.naming import Naming
from claimcheck.split.languages.weekday_words import WeekdayWords
from claimcheck.split.languages.word_lists import couples, feasts, numbered, pairs, phrases, shifted, spelled, words
from claimcheck.split.languages.worth import Worth
from claimcheck.split.languages.year_words import YearWords

__all__ = [
    "Clauses",
    "Rules",
    "Worth",
    "couples",
    "feasts",
    "numbered",
    "pairs",
    "phrases",
    "shifted",
    "spelled",
    "words",
]


class Clauses(StrEnum):
    """How a language marks its clauses, which decides where a sentence may be cut."""

    UNKNOWN = "unknown"  # never cut
    COMMA_BOUND = "comma-bound"  # a comma stands at every subordinate clause, whose verb comes last (German)
    SUBJECT_FIRST = "subject-first"  # commas are optional, the subject precedes its verb (English)


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """All words are casefolded; phrases are words joined by one space."""

    code: str
    clauses: Clauses = Clauses.UNKNOWN

    # sentences
    abbreviations: frozenset[str] = _NONE  # without their last dot
    closing_abbreviations: frozenset[str] = _NONE  # those after which a sentence may end
    starters: frozenset[str] = _NONE  # words that open sentences
    ordinal_dots: bool = False  # "24." may be an ordinal number
    ordinal_openers: frozenset[str] = _NONE

    # verbs
    finite_verbs: frozenset[str] = _NONE
    finite_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()  # of those, the ones an adjective before a noun may have too
    participle_prefixes: tuple[str, ...] = ()
    auxiliaries: frozenset[str] = _NONE
    subjunctive: frozenset[str] = _NONE  # forms that mark reported speech by themselves
    not_verbs: frozenset[str] = _NONE  # words that end like verbs
    perfects: frozenset[str] = _NONE  # finite forms of the auxiliary of the perfect: "hat gesagt"
    passives: frozenset[str] = _NONE  # finite forms of the auxiliary of the passive
    oblique: frozenset[str] = _NONE  # determiners that no subject has
    either_case: frozenset[str] = _NONE  # determiners that a subject may have, and an object too
    past_alone: frozenset[str] = _NONE  # forms of the past that are never participles

    # clauses
    coordinators: frozenset[str] = _NONE
    alternatives: frozenset[str] = _NONE  # those of them that leave open which: never cut
    perceiving: frozenset[str] = _NONE  # verbs whose object does what a participle says: "saw two men leaving"
    subordinators: frozenset[str] = _NONE  # all of them
    separable: frozenset[str] = _NONE  # those whose clause holds by itself: reasons and times, never conditions
    time_openers: frozenset[str] = _NONE  # those whose clause holds by itself where it tells of the past
    moments: frozenset[str] = _NONE  # nouns that such a clause only narrows down: "the day when"
    relatives: frozenset[str] = _NONE
    records: frozenset[str] = _NONE  # superlatives that compare with other times: "lowest"
    singulars: frozenset[str] = _NONE  # relatives that mean one: "dem"
    interrogatives: tuple[str, ...] = ()  # beginnings of those that only ask before a noun: "welchen Weg"
    causing: frozenset[str] = _NONE  # participles whose object has a verb: "letting two men go"
    bringing: frozenset[str] = _NONE  # "with" in front of what is a fact by itself
    reasons: frozenset[str] = _NONE  # prepositions before what someone did: "jailed for stealing"
    nominatives: frozenset[str] = _NONE  # pronouns that are subjects right behind a verb
    place_relatives: frozenset[str] = _NONE  # relatives only behind a noun: "in Kiel, wo sie lebt"
    prepositions: frozenset[str] = _NONE
    genitives: frozenset[str] = _NONE  # determiners that carry a noun phrase on: "die Zahl der Toten"
    infinitive_marks: frozenset[str] = _NONE  # "zu", before or inside an infinitive
    negators: frozenset[str] = _NONE  # words that turn a statement into its denial
    negations: frozenset[str] = _NONE  # words behind which a clause says less with a relative clause than without
    determiners: frozenset[str] = _NONE
    occasions: frozenset[str] = _NONE  # prepositions in front of what was going on: "bei einem Treffen"
    event_nouns: frozenset[str] = _NONE  # nouns that tell what happened to someone: "arrest"
    participle_endings: tuple[str, ...] = ()  # of participles that stand before their noun: "geschlossene"
    plain_adjectives: frozenset[str] = _NONE  # those that end like them: "alt"
    act_nouns: tuple[str, ...] = ()  # endings of nouns made from verbs
    of_words: frozenset[str] = _NONE  # "of", "von": between such a noun and what it is done to
    once: frozenset[str] = _NONE  # "formerly": in front of what something was or is
    ranges: frozenset[str] = _NONE  # "between": two numbers behind it are one statement
    partitives: frozenset[str] = _NONE  # "davon", "including": a part of what was just counted

    # attribution
    speech_verbs: frozenset[str] = _NONE  # the content is what counts
    act_verbs: frozenset[str] = _NONE  # the act is the news, the content a claim of its own
    bare_speech_verbs: frozenset[str] = _NONE  # those that need no "that" before what is said
    clause_verbs: frozenset[str] = _NONE  # those that need none where a subject and its verb follow at once
    infinitives_told: frozenset[str] = _NONE  # infinitives behind "zu" that tell what was or is: "zu haben"
    split_acts: Mapping[str, str] = field(
        default_factory=dict
    )  # verbs that are acts only with their particle: hielt → vor
    denying: frozenset[str] = _NONE  # acts whose content the speaker does not stand for
    accusing: frozenset[str] = _NONE  # acts whose content is a claim even without a finite verb
    that: frozenset[str] = _NONE
    source_before: tuple[str, ...] = ()  # "according to"
    by_name: frozenset[str] = _NONE  # "gemäß": a source only before a name
    source_after: tuple[str, ...] = ()  # "zufolge"
    after_documents: frozenset[str] = _NONE  # "nach" in "dem Bericht nach"
    reports: frozenset[str] = _NONE  # "Bericht" in "nach einem Bericht"
    views: frozenset[str] = _NONE  # "Ansicht" in "seiner Ansicht nach"
    emerging: frozenset[str] = _NONE  # "hervorgeht" in "wie aus dem Bericht hervorgeht"
    accordingly: frozenset[str] = _NONE  # "demnach": on the word of the source named before
    source_so: tuple[str, ...] = ()  # "so" in "…, so Meier"
    as_reported: frozenset[str] = _NONE  # "wie" in "wie Belta berichtete"
    media_words: frozenset[str] = _NONE  # parts of words that make a source a channel: news agency, newspaper
    belonging: frozenset[str] = _NONE  # prepositions that tie a noun to a noun: "a spokesman for the ministry"
    impersonal: frozenset[str] = _NONE  # "hieß" in "…, hieß es in der Mitteilung": the source is where it stands
    crowd: frozenset[str] = _NONE  # "many", "others": words that alone can be who says something
    time_words: frozenset[str] = _NONE  # words of an adverbial between a subject and its verb: "earlier this year"
    oneself: frozenset[str] = _NONE  # "sich" behind a verb that then is none of saying: "erklärte sich bereit"
    said_of_oneself: frozenset[str] = _NONE  # verbs of saying that have it: "freute sich"
    reacting: frozenset[str] = _NONE  # verbs by which a body takes a stand: reported speech behind them is its word
    source_places: frozenset[str] = _NONE  # prepositions before who passes something on: "aus dem Amt", "seitens"
    quote_verbs: frozenset[str] = _NONE  # "quoted" before "as saying"
    as_saying: tuple[str, ...] = ()
    with_clause: frozenset[str] = _NONE  # what a clause may follow: "meaning the road stays shut"
    adding: frozenset[str] = _NONE  # "adding" in "…, Lee said, adding that …"
    wishing: frozenset[str] = _NONE  # acts that want something done, also where a document does: "calls for"
    phrasal: Mapping[str, str] = field(default_factory=dict)  # verbs of saying with the word behind them: "point out"
    finding_out: frozenset[str] = _NONE  # "finding" in "Researchers read it, finding that …"
    sending: frozenset[str] = _NONE  # "sent" in "Lee sent a letter saying …": the letter is its subject's word
    documents: frozenset[str] = _NONE  # "report": whoever issued it speaks in it
    own_documents: frozenset[str] = _NONE  # those that, without an issuer, are the word of who spoke last
    of_men: frozenset[str] = _NONE  # articles of the genitive whose noun has its ending: "des Ministeriums"
    indefinite: frozenset[str] = _NONE  # articles of what is named for the first time
    issued_by: frozenset[str] = _NONE  # "from", "by" behind a document
    source_openers: frozenset[str] = _NONE  # "nach" before "Polizeiangaben" or "Einschätzung der"
    source_endings: tuple[str, ...] = ()  # "angaben" behind who gives them
    own_word: tuple[str, ...] = ()  # "nach eigenen Angaben": the subject says it of itself
    split_speech: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # verbs of saying with their particles: gab → an, bekannt
    citing: tuple[str, ...] = ()  # "unter Berufung auf": a channel names its source
    hearsay: frozenset[str] = _NONE  # "allegedly", "soll": someone's word, not the outlet's
    telling_verbs: frozenset[str] = _NONE  # what follows them is the subject's word, though no clause
    view_verbs: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # verbs that give a view with their preposition: "rechnet mit"
    backshifted: frozenset[str] = _NONE  # "would" carries on what someone said
    that_verbs: frozenset[str] = _NONE  # verbs of saying only before "that": "found that"
    needs_hearer: frozenset[str] = _NONE  # "told": what follows is who hears it, never who says it
    thing_prepositions: frozenset[str] = _NONE  # behind a noun that names no speaker: "Entschuldigung für"
    pointing: frozenset[str] = _NONE  # "Das", "This" before a verb of saying: the sentence before is what is said
    agent_endings: tuple[str, ...] = ()  # endings of nouns that may name someone by what they do
    not_agents: frozenset[str] = _NONE  # nouns that only end like them
    count_words: frozenset[str] = _NONE  # "two", "zwei" before a group
    general_nouns: frozenset[str] = _NONE  # "men", "people": groups that say nothing else
    speaker_ends: frozenset[str] = _NONE  # words at which a speaker's name is over
    adverbs: frozenset[str] = _NONE  # words between a speaker and the verb
    not_speakers: frozenset[str] = _NONE

    # reference
    pronouns: frozenset[str] = _NONE  # third person, as subjects
    plural_pronouns: frozenset[str] = _NONE  # those that cannot mean one person
    deictics: frozenset[str] = _NONE  # "damals", "there"
    demonstratives: frozenset[str] = _NONE
    definite: frozenset[str] = _NONE
    titles: frozenset[str] = _NONE  # "Herr", "Dr"
    role_endings: tuple[str, ...] = ()  # endings of words that name an office before a name
    he: frozenset[str] = _NONE  # pronouns for a man; with ``his``
    she: frozenset[str] = _NONE
    they: frozenset[str] = _NONE
    it: frozenset[str] = _NONE  # pronouns for a body
    his: frozenset[str] = _NONE  # those that say whose
    subject_pronouns: frozenset[str] = _NONE  # those a sentence can be about
    object_pronouns: frozenset[str] = _NONE  # those that never mean the subject of their clause
    man_nouns: frozenset[str] = _NONE  # "man", "hunter": people without their names
    woman_nouns: frozenset[str] = _NONE
    person_nouns: frozenset[str] = _NONE  # of either sex
    group_nouns: frozenset[str] = _NONE  # "residents", "Anwohner"
    body_nouns: frozenset[str] = _NONE  # "ministry", "Stadt": with a name in front or behind elsewhere
    body_words: frozenset[str] = _NONE  # nouns by which a speaker that is a body goes: "agency", "Amt"
    firm_words: frozenset[str] = _NONE  # those of them that the body a story is about may go by
    tellers: frozenset[str] = _NONE  # nouns for sources without a name: "circles", "Kreise"
    spokespeople: frozenset[str] = _NONE  # "spokeswoman": who speaks for the body spoken of
    not_people: frozenset[str] = _NONE  # last words of names of places and bodies
    kinds: KindWords = field(default_factory=KindWords)
    now_words: tuple[str, ...] = ()  # "currently": behind them stands the day of publication
    on_day: str = ""  # "on", before a day
    as_of: str = ""  # "as of", before that day
    indicatives: Mapping[str, str] = field(default_factory=dict)  # "sei" → "ist"
    quantities: Mapping[str, str] = field(default_factory=dict)  # "a decade" → "10 years"
    first_singular: frozenset[str] = _NONE  # "I", who is the speaker
    reflexives: frozenset[str] = _NONE
    expletives: frozenset[str] = _NONE  # "it", "es", which may mean nothing
    expletive_signs: frozenset[str] = _NONE  # words behind them where they do: "that", "gegeben"
    empty_pairs: frozenset[tuple[str, str]] = frozenset()  # "es gibt", "so that": words that point at nothing
    earlier_words: frozenset[str] = _NONE  # words that put a clause on another day than the story's

    # dates
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)  # Monday is 0
    relative_days: Mapping[str, int] = field(default_factory=dict)
    small_days: Mapping[str, str] = field(default_factory=dict)  # patterns of those that mean more with a capital
    days_ago: str = ""  # "{} days ago", in small letters
    counts: Mapping[str, int] = field(default_factory=dict)  # "two": how many days ago
    anchored_days: Mapping[str, int] = field(default_factory=dict)  # "the next day": from the day spoken of before
    weekends: Mapping[str, int] = field(default_factory=dict)  # "at the weekend": 0, "next weekend": 1
    holidays: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # month and day; month 0: days from Easter
    day_parts: tuple[str, ...] = ()  # "abend", "morning": behind the name of a day
    third_person: Mapping[str, str] = field(
        default_factory=dict
    )  # infinitives whose vowel changes: "brechen" → "bricht"
    particles: tuple[str, ...] = ()  # what a verb may drop behind it: "ankam" → "kam … an"
    place_words: frozenset[str] = _NONE  # "in" before the name of a place
    grading: frozenset[str] = _NONE  # "even", "shortly" before "though", "after"
    seasons: frozenset[str] = _NONE  # "summer", "end": with a year they only say when
    of_one: frozenset[str] = _NONE  # "is": verb forms whose subject is one
    of_several: frozenset[str] = _NONE  # "are"
    ahead_of: frozenset[str] = _NONE  # "before": what it opens need not have come about
    possible: frozenset[str] = _NONE  # "could": with one of ``ahead_of`` it did not
    ahead_words: frozenset[str] = _NONE  # "due", "soll": a date beside them is still to come
    relative_months: Mapping[str, int] = field(default_factory=dict)
    relative_years: Mapping[str, int] = field(default_factory=dict)
    relative_spans: Mapping[str, tuple[int, int]] = field(  # "last week", "im vergangenen Sommer": the last month of a
        default_factory=dict  # season, 0 for a week, and how far away it is
    )
    past_markers: frozenset[str] = _NONE
    future_markers: frozenset[str] = _NONE
    open_ends: frozenset[str] = _NONE  # "since" before a weekday: no day of its own
    month_openers: tuple[str, ...] = ()
    years_of: frozenset[str] = _NONE  # between what happened and its year: "the treaty from 1987"
    years: YearWords = field(default_factory=YearWords)
    days: DayWords = field(default_factory=DayWords)
    about_weekdays: WeekdayWords = field(default_factory=WeekdayWords)
    month_first: bool = False  # "April 5, 2023", and 4/5/2023 is in April

    # checkability
    worth: Worth = field(default_factory=Worth)
    naming: Naming = field(default_factory=Naming)
    framing: Framing = field(default_factory=Framing)
    first_second_person: frozenset[str] = _NONE
    past_forms: frozenset[str] = _NONE
    simple_past: frozenset[str] = _NONE  # past forms that no ending tells
    present_endings: tuple[str, ...] = ()  # of verbs whose present ends as others' past does: "arbeiten"
    number_words: frozenset[str] = _NONE

    @property
    def comma_bound(self) -> bool:
        """Whether clauses are marked as in German."""
        return self.clauses is Clauses.COMMA_BOUND

    @property
    def subject_first(self) -> bool:
        """Whether clauses are marked as in English."""
        return self.clauses is Clauses.SUBJECT_FIRST
