"""W3C Web Annotations: a claim's verdict on the very characters of its article, by quote and by position.

A position counts code points of the article's text as claimcheck read it; the quote, with what stands before and
after it, finds the place again in the page itself. One collection with one page of items.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.dataset.form import Context
from claimcheck.dataset.frame import encodable
from claimcheck.dataset.objects import Objects, form_of_objects
from claimcheck.dataset.tally import Record

__all__ = ["WEB_ANNOTATION"]

_CLAIM, _ARTICLE = "urn:claimcheck:claim:", "urn:claimcheck:article:"
_AROUND = 32  # characters of prefix and suffix
_HEAD = (
    '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:claimcheck:verdicts", "type": "AnnotationCollection", '
    '"label": "Verdicts on claims", "first": {"id": "urn:claimcheck:verdicts:1", "type": "AnnotationPage", '
    '"partOf": "urn:claimcheck:verdicts", "startIndex": 0, "items": [\n'
)


def _to_object(record: Record, context: Context) -> dict[str, Any]:
    bodies = [{"type": "TextualBody", "purpose": "describing", "value": record["text"]}]
    if record["language"] is not None:
        bodies[0]["language"] = record["language"]
    if record["label"] is not None:
        bodies.append({"type": "TextualBody", "purpose": "assessing", "value": record["label"]})
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": each} for each in record["tie"]]
    if record["justification"] is not None:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": record["justification"]})
    bodies += [{"id": each["url"], "type": "Text", "purpose": "linking"} for each in record["evidence_links"]]
    source = record["article_url"] or f"{_ARTICLE}{record['article_id']}"
    text = context.article(record["article_id"])
    return {
        "id": f"{_CLAIM}{record['claim_id']}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": bodies,
        "target": [
            {
                "type": "SpecificResource",
                "source": source,
                "selector": [*_quote(record["evidence"], place, span, text), _position(span)],
            }
            for place, span in enumerate(record["spans"])
        ],
    }


def _position(span: list[int]) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span[0], "end": span[-1]}


def _quote(evidence: list[str], place: int, span: list[int], text: str | None) -> list[dict[str, Any]]:
    """The quote with what stands around it; none where the text was left out."""
    if place >= len(evidence):
        return []
    quote = {"type": "TextQuoteSelector", "exact": evidence[place]}
    if text is not None and text[span[0] : span[-1]] == evidence[place]:
        quote["prefix"] = encodable(text[max(0, span[0] - _AROUND) : span[0]])
        quote["suffix"] = encodable(text[span[-1] : span[-1] + _AROUND])
    return [quote]


def _from_object(found: Mapping[str, Any]) -> dict[str, Any]:
    bodies = found["body"] if isinstance(found["body"], list) else [found["body"]]
    said: dict[str, list[str]] = {}
    for body in bodies:
        said.setdefault(body["purpose"], []).append(body["id"] if body["purpose"] == "linking" else body["value"])
    targets = found["target"] if isinstance(found["target"], list) else [found["target"]]
    source = targets[0]["source"] if targets else None
    selectors = [selector for target in targets for selector in target["selector"]]
    quotes = [each["exact"] for each in selectors if each["type"] == "TextQuoteSelector"]
    ours = isinstance(source, str) and source.startswith(_ARTICLE)
    return {
        "claim_id": found["id"].removeprefix(_CLAIM),
        "article_id": source.removeprefix(_ARTICLE) if ours and source else None,
        "article_url": None if ours else source,
        "text": said["describing"][0],
        "language": next((each.get("language") for each in bodies if each["purpose"] == "describing"), None),
        "label": next(iter(said.get("assessing", [])), None),
        "tie": said.get("tagging", []),
        "justification": next(iter(said.get("commenting", [])), None),
        "evidence": quotes,
        "evidence_digests": [hashlib.sha256(each.encode()).hexdigest() for each in quotes],
        "spans": [[each["start"], each["end"]] for each in selectors if each["type"] == "TextPositionSelector"],
        "evidence_links": [
            {"annotator": "", "url": each, "quote": None, "accessed": None, "stance": None}
            for each in said.get("linking", [])
        ],
    }


def _problems(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not isinstance(found.get("id"), str):
        yield "id", "is missing or no text"
    if found.get("type") != "Annotation":
        yield "type", f"is {found.get('type')!r}, wanted 'Annotation'"
    bodies = found.get("body")
    for place, body in enumerate(bodies if isinstance(bodies, list) else [bodies]):
        if not isinstance(body, dict) or not isinstance(body.get("value", body.get("id")), str):
            yield f"body[{place}]", "has neither a value nor an address"
    targets = found.get("target")
    if not targets:
        yield "target", "is missing: an annotation has at least one"
        return
    for place, target in enumerate(targets if isinstance(targets, list) else [targets]):
        where = f"target[{place}]"
        if not isinstance(target, dict) or not isinstance(target.get("source"), str):
            yield where, "has no source"
            continue
        yield from ((where, what) for what in _selector_problems(target.get("selector")))


def _selector_problems(selectors: Any) -> Iterator[str]:
    exact = length = None
    for each in selectors if isinstance(selectors, list) else [selectors]:
        kind = each.get("type") if isinstance(each, dict) else None
        if kind == "TextQuoteSelector":
            exact = each.get("exact")
            if not isinstance(exact, str) or not exact:
                yield "has a TextQuoteSelector without an exact text"
                exact = None
        elif kind == "TextPositionSelector":
            start, end = each.get("start"), each.get("end")
            if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
                yield f"has the position [{start}, {end}), wanted numbers with 0 <= start < end"
            else:
                length = end - start
        else:
            yield f"has a selector of type {kind!r}, wanted TextQuoteSelector or TextPositionSelector"
    if exact is not None and length is not None and len(exact) != length:
        yield f"quotes {len(exact)} characters at a position of {length}"


WEB_ANNOTATION = form_of_objects(
    "web-annotation",
    "Web Annotation",
    (),
    Objects(
        to_object=_to_object,
        from_object=_from_object,
        problems=_problems,
        key=lambda found: found.get("id"),
        head=_HEAD,
        tail="\n]}}\n",
        path=("first", "items"),
        words={
            "article_id": "not carried where the article has an address",
            "evidence_links": "evidence of which only the address is carried",
        },
    ),
)
"""``web-annotation``: a JSON-LD collection."""
