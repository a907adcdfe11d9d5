"""The words of the labeling page in English and German; a page in both joins them with a middle dot."""

from datetime import date

from claimcheck.records import Assertion, DifferenceKind, Relation

__all__ = [
    "LANGUAGES",
    "assertion_word",
    "day",
    "difference_word",
    "join_words",
    "quoted",
    "relation_word",
    "say",
    "tongue_word",
]

LANGUAGES = ("en", "de")
"""Languages the page can speak."""

_PAGE: dict[str, dict[str, str]] = {
    "claim": {"en": "Claim", "de": "Behauptung"},
    "who": {"en": "Who says it", "de": "Wer sagt es"},
    "as_of": {"en": "Judge as of", "de": "Stichtag"},
    "source": {"en": "Where it stands", "de": "Wo es steht"},
    "context": {"en": "In its context", "de": "Im Zusammenhang"},
    "past": {"en": "Similar past checks", "de": "Ähnliche frühere Prüfungen"},
    "past_hint": {
        "en": "A lead, not a verdict: is it the same claim?",
        "de": "Ein Hinweis, kein Urteil: Ist es dieselbe Behauptung?",
    },
    "same": {"en": "Same", "de": "Gleich"},
    "related": {"en": "Related", "de": "Verwandt"},
    "unrelated": {"en": "Unrelated", "de": "Ohne Bezug"},
    "verdict": {"en": "Verdict", "de": "Urteil"},
    "required": {"en": "required", "de": "Pflichtangabe"},
    "verdict_missing": {"en": "Choose a verdict, or skip the task", "de": "Bitte ein Urteil wählen oder überspringen"},
    "justification": {"en": "Justification", "de": "Begründung"},
    "justification_hint": {"en": "What do the sources say?", "de": "Was sagen die Quellen?"},
    "justification_missing": {"en": "Give a justification", "de": "Bitte eine Begründung angeben"},
    "evidence": {"en": "Evidence", "de": "Belege"},
    "more_evidence": {"en": "More evidence", "de": "Weitere Belege"},
    "quote_hint": {"en": "Quotation", "de": "Wortlaut"},
    "supports": {"en": "Supports", "de": "Stützt"},
    "refutes": {"en": "Refutes", "de": "Widerlegt"},
    "other_day": {"en": "Judged as of another day?", "de": "Anderer Stichtag?"},
    "confidence": {
        "en": "Confidence (1 a guess, 5 certain)",
        "de": "Sicherheit (1 geraten, 5 sicher)",
    },
    "problem": {"en": "Is the claim itself at fault?", "de": "Ist die Behauptung selbst fehlerhaft?"},
    "wording_hint": {"en": "Better wording of the claim", "de": "Bessere Fassung der Behauptung"},
    "past_none": {
        "en": "None found: this claim has no similar check in the collection.",
        "de": "Keine gefunden: Zu dieser Behauptung gibt es keine ähnliche Prüfung in der Sammlung.",
    },
    "past_hidden": {
        "en": "Past checks are not shown for this claim.",
        "de": "Zu dieser Behauptung werden keine früheren Prüfungen gezeigt.",
    },
    "answers": {"en": "The answers so far", "de": "Die bisherigen Antworten"},
    "answers_hint": {
        "en": "Given independently of one another. Yours decides.",
        "de": "Unabhängig voneinander gegeben. Ihre entscheidet.",
    },
    "answer": {"en": "Answer", "de": "Antwort"},
    "skipped": {"en": "skipped", "de": "übersprungen"},
    "no_justification": {"en": "(no justification)", "de": "(ohne Begründung)"},
    "sure": {"en": "Confidence", "de": "Sicherheit"},
    "judged_as_of": {"en": "Judged as of", "de": "Stichtag"},
    "fault": {"en": "The claim itself", "de": "Zur Behauptung selbst"},
    "outlet": {"en": "the article itself", "de": "der Artikel selbst"},
    "unnamed": {"en": "source not named", "de": "Quelle nicht genannt"},
    "via": {"en": "via", "de": "nach"},
    "no_day": {"en": "no date known: enter the day you judge", "de": "kein Datum bekannt: Tag der Prüfung eintragen"},
    "published": {"en": "the article's day", "de": "Tag des Artikels"},
    "alone": {"en": "May not stand alone; open:", "de": "Steht vielleicht nicht allein; offen:"},
    "not_alone": {"en": "May not be understood alone.", "de": "Allein vielleicht nicht verständlich."},
    "untitled": {"en": "untitled article", "de": "Artikel ohne Titel"},
    "here": {"en": "here", "de": "hier"},
    "there": {"en": "there", "de": "dort"},
    "ours": {"en": "our own check", "de": "eigene Prüfung"},
    "sample": {"en": "sample", "de": "Muster"},
    "open_check": {"en": "Read the check", "de": "Zur Prüfung"},
    "likeness": {"en": "similarity", "de": "Ähnlichkeit"},
    "no_rating": {"en": "no rating given", "de": "ohne Bewertung"},
}

_ASSERTIONS = {
    Assertion.ASSERTED: {"en": "asserted", "de": "behauptet"},
    Assertion.REPORTED: {"en": "reported speech", "de": "indirekte Rede"},
    Assertion.QUOTED: {"en": "quoted", "de": "wörtlich zitiert"},
    Assertion.PRESUPPOSED: {"en": "presupposed", "de": "vorausgesetzt"},
}

_RELATIONS = {
    Relation.SAME: {"en": "Looks like the same claim", "de": "Wohl dieselbe Behauptung"},
    Relation.CONTRADICTS: {"en": "Says the opposite", "de": "Sagt das Gegenteil"},
    Relation.DIFFERS_NUMBER: {"en": "Another number", "de": "Andere Zahl"},
    Relation.DIFFERS_DATE: {"en": "Another time", "de": "Andere Zeit"},
    Relation.DIFFERS_PLACE: {"en": "Another place", "de": "Anderer Ort"},
    Relation.DIFFERS_PERSON: {"en": "Somebody else", "de": "Andere Person"},
    Relation.BROADER: {"en": "More general", "de": "Allgemeiner"},
    Relation.NARROWER: {"en": "More specific", "de": "Enger gefasst"},
    Relation.RELATED: {"en": "Related", "de": "Verwandt"},
}

_DIFFERENCES = {
    DifferenceKind.NUMBER: {"en": "number", "de": "Zahl"},
    DifferenceKind.DATE: {"en": "time", "de": "Zeit"},
    DifferenceKind.PLACE: {"en": "place", "de": "Ort"},
    DifferenceKind.PERSON: {"en": "person", "de": "Person"},
    DifferenceKind.NEGATION: {"en": "negation", "de": "Verneinung"},
    DifferenceKind.ANTONYM: {"en": "opposite", "de": "Gegenteil"},
    DifferenceKind.SCOPE: {"en": "scope", "de": "Umfang"},
}

_TONGUES = {
    "de": {"en": "in German", "de": "auf Deutsch"},
    "en": {"en": "in English", "de": "auf Englisch"},
    "es": {"en": "in Spanish", "de": "auf Spanisch"},
    "fr": {"en": "in French", "de": "auf Französisch"},
    "it": {"en": "in Italian", "de": "auf Italienisch"},
    "nl": {"en": "in Dutch", "de": "auf Niederländisch"},
    "pl": {"en": "in Polish", "de": "auf Polnisch"},
    "pt": {"en": "in Portuguese", "de": "auf Portugiesisch"},
    "ru": {"en": "in Russian", "de": "auf Russisch"},
    "tr": {"en": "in Turkish", "de": "auf Türkisch"},
    "uk": {"en": "in Ukrainian", "de": "auf Ukrainisch"},
}

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


def say(key: str, language: str) -> str:
    """A phrase of the page in one language; English where the page does not speak it."""
    return _PAGE[key].get(language) or _PAGE[key]["en"]


def join_words(key: str, languages: tuple[str, ...]) -> str:
    """A phrase in every language of the page.

    >>> join_words("verdict", ("en", "de"))
    'Verdict · Urteil'
    """
    return " · ".join(dict.fromkeys(say(key, language) for language in languages))


def _word(table: dict[str, str], language: str) -> str:
    return table.get(language) or table["en"]


def assertion_word(assertion: Assertion, language: str) -> str:
    """How a claim is put, in words."""
    return _word(_ASSERTIONS[assertion], language)


def relation_word(relation: Relation, language: str) -> str:
    """How a past check's claim stands to the one being judged, in words."""
    return _word(_RELATIONS[relation], language)


def difference_word(kind: DifferenceKind, language: str) -> str:
    """The slot in which two claims differ, in words."""
    return _word(_DIFFERENCES[kind], language)


def tongue_word(code: str, language: str) -> str:
    """In which language something is written, in words.

    >>> tongue_word("en", "de"), tongue_word("sw", "de")
    ('auf Englisch', 'Sprache: sw')
    """
    known = _TONGUES.get(code)
    return _word(known, language) if known else f"{'Sprache' if language == 'de' else 'language'}: {code}"


def quoted(text: str, language: str) -> str:
    """A text in the quotation marks of a language.

    >>> quoted("1997", "de"), quoted("1997", "en")
    ('„1997“', '“1997”')
    """
    return f"„{text}“" if language == "de" else f"“{text}”"


def day(value: date, language: str) -> str:
    """A date as people write it.

    >>> day(date(2023, 4, 11), "de"), day(date(2023, 4, 11), "en")
    ('11. April 2023', '11 April 2023')
    """
    month = _word(_MONTHS, language).split()[value.month - 1]
    return f"{value.day}. {month} {value.year}" if language == "de" else f"{value.day} {month} {value.year}"
