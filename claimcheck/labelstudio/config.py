"""A verdict scheme → the labeling config: what an annotator sees and answers.

Traps held off here: an attribute that reads "true" or "false" becomes a boolean and blanks the page (so stored codes
are upper-case), a value that starts with ``$`` is taken for task data, and markup of others never reaches a tag that
renders it (``tasks.py`` escapes).
"""

import hashlib
from pathlib import Path
from xml.etree import ElementTree as Xml

from claimcheck.errors import SchemeInvalid
from claimcheck.labelstudio.wording import LANGUAGES, join_words
from claimcheck.scheme import Scheme

__all__ = ["ANSWERS", "EVIDENCE_SLOTS", "MARKER", "config_digest", "labeling_config", "required_fields"]

ANSWERS = ("SAME", "RELATED", "UNRELATED")
"""What an annotator can say of a past check."""

EVIDENCE_SLOTS = 3
"""How many pieces of evidence the page has room for."""

MARKER = "claimcheck labeling config"
"""Stands in a comment of every config made here, so that ours are told from others'."""

_STYLE = Path(__file__).with_name("page.css")


def required_fields(*, adjudication: bool = False) -> tuple[str, ...]:
    """The data fields the config reads: Label Studio refuses a task that lacks one."""
    fields = ("claim", "who", "as_of", "source_html", "notes", "context", "past_checks", "past_none")
    return (*fields, "blind_answers") if adjudication else fields


def _text(value: str) -> str:
    if value.strip().startswith("$"):
        raise SchemeInvalid("for the labeling page", f"has the wording {value!r}, which starts with a dollar sign")
    return value


def _add(parent: Xml.Element, tag: str, **attributes: str) -> Xml.Element:
    """A child tag; a trailing underscore keeps a name from being a keyword."""
    return Xml.SubElement(parent, tag, {name.rstrip("_"): value for name, value in attributes.items()})


def _box(parent: Xml.Element, name: str) -> Xml.Element:
    return _add(parent, "View", className=name)


def _title(parent: Xml.Element, text: str, *, required: tuple[str, ...] = ()) -> None:
    """A heading; with the languages in which it says that the answer below is ``required``."""
    marked = f"{text} ({join_words('required', required)})" if required else text
    _add(_box(parent, "cc-title"), "Header", value=marked, size="6")


def _hint(parent: Xml.Element, text: str) -> None:
    _add(_box(parent, "cc-hint"), "Header", value=text, size="6")


def _answers(
    parent: Xml.Element,
    name: str,
    to: str,
    answers: list[tuple[str, str]],
    choice: str = "single-radio",
    **attributes: str,
) -> list[Xml.Element]:
    choices = _add(parent, "Choices", name=name, toName=to, choice=choice, **attributes)
    return [_add(choices, "Choice", value=_text(text), alias=code) for code, text in answers]


def _line(parent: Xml.Element, name: str, hint: str, *, rows: int = 1, **attributes: str) -> None:
    _add(
        parent,
        "TextArea",
        name=name,
        toName="claim",
        rows=str(rows),
        maxSubmissions="1",
        editable="true",
        placeholder=hint,
        **attributes,
    )


def _claim(column: Xml.Element, languages: tuple[str, ...]) -> None:
    """The head of the left side: the claim, who says it, where it stands."""
    card = _box(column, "cc-card cc-claim")
    _title(card, join_words("claim", languages))
    _add(_box(card, "cc-big"), "Text", name="claim", value="$claim", selectionEnabled="false")
    for field in ("who", "as_of"):
        row = _box(card, "cc-row")
        _add(_box(row, "cc-key"), "Header", value=join_words(field, languages), size="6")
        _add(row, "Text", name=field + "_line", value=f"${field}", selectionEnabled="false")
    row = _box(card, "cc-row")
    _add(_box(row, "cc-key"), "Header", value=join_words("source", languages), size="6")
    _add(
        row,
        "HyperText",
        name="source_line",
        value="$source_html",
        inline="true",
        clickableLinks="true",
        selectionEnabled="false",
    )
    notes = _add(card, "Repeater", on="$notes", indexFlag="{{idx}}")
    _add(
        _box(notes, "cc-note"),
        "Text",
        name="note_{{idx}}",
        value="$notes[{{idx}}].text",
        selectionEnabled="false",
    )


def _reading(column: Xml.Element, languages: tuple[str, ...]) -> None:
    """The rest of the left side: the claim in its context, the past checks."""
    card = _box(column, "cc-card cc-context")
    _title(card, join_words("context", languages))
    labels = _add(_box(card, "cc-labels"), "Labels", name="span", toName="context", showInline="true")
    _add(labels, "Label", value=_text(join_words("claim", languages)), alias="CLAIM", background="#f2b705")
    _add(_box(card, "cc-prose"), "Text", name="context", value="$context", granularity="word")

    card = _box(column, "cc-card cc-past")
    _title(card, join_words("past", languages))
    _hint(card, join_words("past_hint", languages))
    none = _add(card, "Repeater", on="$past_none", indexFlag="{{idx}}")
    _add(_box(none, "cc-none"), "Text", name="none_{{idx}}", value="$past_none[{{idx}}].text", selectionEnabled="false")
    checks = _box(_add(card, "Repeater", on="$past_checks", indexFlag="{{idx}}"), "cc-check")
    _add(
        _box(checks, "cc-check-claim"),
        "Text",
        name="pc_{{idx}}",
        value="$past_checks[{{idx}}].claim",
        selectionEnabled="false",
    )
    _add(
        _box(checks, "cc-check-meta"),
        "HyperText",
        name="pc_meta_{{idx}}",
        value="$past_checks[{{idx}}].html",
        inline="true",
        clickableLinks="true",
        selectionEnabled="false",
    )
    _answers(
        _box(checks, "cc-pills"),
        "past_{{idx}}",
        "pc_{{idx}}",
        [(code, join_words(code.lower(), languages)) for code in ANSWERS],
        showInline="true",
    )


def _blind_answers(column: Xml.Element, languages: tuple[str, ...]) -> None:
    """What annotators answered before, beside one another, for the one who decides."""
    card = _box(column, "cc-card cc-answers")
    _title(card, join_words("answers", languages))
    _hint(card, join_words("answers_hint", languages))
    answer = _box(_add(_box(card, "cc-side"), "Repeater", on="$blind_answers", indexFlag="{{idx}}"), "cc-answer")

    def show(box: str, tag: str, field: str, **attributes: str) -> None:
        value = f"$blind_answers[{{{{idx}}}}].{field}"
        shown = _box(answer, box)
        _add(shown, tag, name=f"answer_{field}_{{{{idx}}}}", value=value, selectionEnabled="false", **attributes)

    show("cc-answer-head", "Text", "head")
    show("cc-answer-label", "Text", "label")
    show("cc-answer-text", "Text", "text")
    show("cc-answer-facts", "HyperText", "html", inline="true", clickableLinks="true")


def _answering(column: Xml.Element, scheme: Scheme, languages: tuple[str, ...]) -> None:
    """The right side: the verdict and what it rests on."""
    card = _box(column, "cc-card cc-verdict")
    _title(card, join_words("verdict", languages), required=languages)
    offered = [
        (each.label.value, " · ".join(dict.fromkeys(each.name(language) for language in languages)))
        for each in scheme.choices
    ]
    tags = _answers(
        _box(card, "cc-labels-list"),
        "verdict",
        "claim",
        offered,
        required="true",
        requiredMessage=join_words("verdict_missing", languages),
    )
    for tag, choice in zip(tags, scheme.choices, strict=True):
        tag.set("hotkey", choice.hotkey)
        meaning = dict(choice.meaning)
        tag.set("hint", _text(" · ".join(meaning[language] for language in languages if language in meaning)))

    _title(card, join_words("justification", languages), required=languages)
    _line(
        card,
        "justification",
        join_words("justification_hint", languages),
        rows=3,
        required="true",
        requiredMessage=join_words("justification_missing", languages),
    )

    _title(card, join_words("evidence", languages))
    _evidence(_box(card, "cc-evidence"), 1, languages)
    more = _add(_box(card, "cc-more"), "Collapse", bordered="false")
    panel = _add(more, "Panel", value=join_words("more_evidence", languages))
    for slot in range(2, EVIDENCE_SLOTS + 1):
        _evidence(_box(panel, "cc-evidence"), slot, languages)

    pair = _box(card, "cc-pair")
    cell = _box(pair, "cc-cell")
    _title(cell, join_words("confidence", languages))
    _add(cell, "Rating", name="confidence", toName="claim", maxRating="5", icon="star", size="medium")
    cell = _box(pair, "cc-cell")
    _title(cell, join_words("other_day", languages))
    _add(cell, "DateTime", name="as_of", toName="claim", only="date", format="%Y-%m-%d")

    card = _box(column, "cc-card cc-problem")
    _title(card, join_words("problem", languages))
    problems = [
        (each.code.upper(), " · ".join(dict.fromkeys(each.name(language) for language in languages)))
        for each in scheme.problems
    ]
    if problems:
        # a radio button cannot be taken back, a checkbox can; "single" allows one of them
        _answers(_box(card, "cc-problems"), "problem", "claim", problems, choice="single")
    _line(card, "better_wording", join_words("wording_hint", languages), rows=2)


def _evidence(parent: Xml.Element, slot: int, languages: tuple[str, ...]) -> None:
    _line(parent, f"evidence_url_{slot}", f"{slot}. https://")
    _line(parent, f"evidence_quote_{slot}", join_words("quote_hint", languages))
    _answers(
        _box(parent, "cc-pills"),
        f"evidence_stance_{slot}",
        "claim",
        [(code, join_words(code.lower(), languages)) for code in ("SUPPORTS", "REFUTES")],
        showInline="true",
    )


def labeling_config(scheme: Scheme, languages: tuple[str, ...] = LANGUAGES, *, adjudication: bool = False) -> str:
    """The labeling config of a scheme, as XML; its frame speaks every language given, in that order.

    With ``adjudication`` the page also shows what annotators answered blind, and asks for the decision.

    Raises:
        SchemeInvalid: a wording starts with ``$``.
    """
    root = Xml.Element("View", {"className": "cc"})
    root.append(Xml.Comment(f" {MARKER}: {scheme.name.replace('--', '- -')} {scheme.version.replace('--', '- -')} "))
    _add(root, "Style").text = _STYLE.read_text(encoding="utf-8")
    judged = dict(scheme.judged)
    head = _box(root, "cc-judged")
    for language in languages:
        if language in judged:
            _add(head, "Header", value=_text(judged[language]), size="6")
    columns = _box(root, "cc-columns")
    left = _box(columns, "cc-left")
    _claim(left, languages)
    if adjudication:
        _blind_answers(left, languages)
    _reading(left, languages)
    _answering(_box(columns, "cc-right"), scheme, languages)
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode")


def config_digest(config: str) -> str:
    """First 16 hex of SHA-256 of a config, whatever the white space between its tags; of its bytes if not XML."""
    try:
        canonical = Xml.canonicalize(config, strip_text=True, with_comments=True)
    except Xml.ParseError:
        canonical = config
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
