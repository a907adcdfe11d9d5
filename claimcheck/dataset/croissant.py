"""Croissant: a folder with the rows as Parquet and a JSON-LD description of every column, for search and loaders.

Loaders of Croissant read columns of values and of lists of values; lists of more than that are JSON in a text column.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from claimcheck.dataset.batches import iter_batches, write_parquet
from claimcheck.dataset.form import Batches, Context, Finding, Form, digest_of
from claimcheck.dataset.frame import frame_from_records, records_of, verdict_schema
from claimcheck.dataset.row_problems import Examiner
from claimcheck.dataset.schema import Loss

__all__ = ["CROISSANT"]

_DESCRIPTION, _DATA = "croissant.json", "verdicts.parquet"
_CONFORMS = "http://mlcommons.org/croissant/1.0"
_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "sc:Text",
    pl.Int64: "sc:Integer",
    pl.Float64: "sc:Float",
    pl.Boolean: "sc:Boolean",
    pl.Date: "sc:Date",
}
_PLAIN = (pl.String, pl.Int64, pl.Float64, pl.Boolean, pl.Date)
_MEANINGS = {
    "claim_id": "The claim: a hash of its article, its place and how it is asserted.",
    "article_id": "The article: the first 16 hex digits of the SHA-256 of its text.",
    "text": "The claim as it reads alone, as annotators saw it.",
    "evidence": "The article's own words at each span.",
    "spans": "Where the claim stands: pairs of code points of the article's text, half-open.",
    "evidence_digests": "The SHA-256 of each piece of evidence.",
    "article_digest": "The SHA-256 of the article's text.",
    "language": "ISO 639-1.",
    "speaker": "Whose word the content rests on; null: the outlet's own.",
    "assertion": "asserted, reported, quoted or presupposed.",
    "kind": "What sort of statement it is.",
    "label": "What the verdicts settle to; null in a tie.",
    "soft_label": "Each label given, with its share of the annotators.",
    "scores": "What the method weighed the labels at, where it does more than count.",
    "method": "How the row was settled.",
    "n_annotators": "How many annotators gave a label.",
    "tie": "The labels that share the lead.",
    "evidence_links": "What the annotators' verdicts rest on.",
    "past_checks": "Past checks that annotators were shown, with what they answered.",
    "annotations": "Every annotator's answer, skips too.",
    "split": "train, dev or test; null where the data is not split.",
    "sample": "Whether it is a sample that ships with claimcheck, not a person's verdict.",
}
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "equivalentProperty": "cr:equivalentProperty",
    "samplingRate": "cr:samplingRate",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


_NESTED = tuple(name for name, dtype in verdict_schema().items() if dtype not in (*_PLAIN, pl.List(pl.String)))
_FLAT = pl.Schema({name: pl.String() if name in _NESTED else dtype for name, dtype in verdict_schema().items()})


def _flat(batches: Batches) -> Iterator[pl.DataFrame]:
    """The batches with their nested columns as JSON."""
    for batch in batches:
        nested = [
            {name: json.dumps(record[name], ensure_ascii=False) for name in _NESTED} for record in records_of(batch)
        ]
        texts = pl.DataFrame(nested, schema=dict.fromkeys(_NESTED, pl.String()), orient="row")
        yield batch.with_columns(texts.get_columns())


def _field(name: str, dtype: pl.DataType) -> dict[str, Any]:
    field: dict[str, Any] = {"@type": "cr:Field", "@id": f"verdicts/{name}", "name": name}
    if name in _MEANINGS:
        field["description"] = _MEANINGS[name]
    if name in _NESTED:
        field["description"] = f"{field.get('description', '')} As JSON.".strip()
    elif isinstance(dtype, pl.List):
        field["repeated"] = True
    field["dataType"] = _TYPES.get(type(dtype), "sc:Text")
    field["source"] = {"fileObject": {"@id": _DATA}, "extract": {"column": name}}
    return field


def _write(batches: Batches, folder: Path, context: Context) -> tuple[Loss, ...]:
    rows = write_parquet(_flat(batches), folder / _DATA, _FLAT)
    digest = digest_of(folder / _DATA)
    described: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": context.title,
        "description": "Claims from news articles with verdicts of human annotators, one row a claim.",
        "conformsTo": _CONFORMS,
        "license": context.licence or "not stated",
        "url": context.publisher_url or f"urn:sha256:{digest}",
        "version": "1.0.0",
        "creator": {"@type": "sc:Organization", "name": context.publisher or "not stated"},
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": _DATA,
                "name": _DATA,
                "contentUrl": _DATA,
                "contentSize": f"{(folder / _DATA).stat().st_size} B",
                "encodingFormat": "application/x-parquet",
                "sha256": digest,
            }
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "verdicts",
                "name": "verdicts",
                "description": "One row a claim.",
                "key": {"@id": "verdicts/claim_id"},
                "field": [_field(name, dtype) for name, dtype in verdict_schema().items()],
            }
        ],
    }
    text = json.dumps(described, ensure_ascii=False, indent=1)
    (folder / _DESCRIPTION).write_text(text + "\n", encoding="utf-8")
    return tuple(Loss("lists of more than texts, written as JSON in a text", name, rows) for name in _NESTED if rows)


def _described(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / _DESCRIPTION).read_text(encoding="utf-8"))
    return found


def _read(folder: Path) -> pl.DataFrame:
    (file,) = _described(folder)["distribution"]
    return _unflat(pl.read_parquet(folder / Path(file["contentUrl"]).name))


def _unflat(frame: pl.DataFrame) -> pl.DataFrame:
    if frame.schema != _FLAT:
        raise ValueError("its columns are not those of a verdict dataset")
    return frame_from_records(_unflat_records(frame))


def _unflat_records(frame: pl.DataFrame) -> Iterator[dict[str, Any]]:
    for record in records_of(frame):
        yield record | {name: json.loads(record[name]) for name in _NESTED}


def _examine(folder: Path) -> Iterator[Finding]:
    try:
        described = _described(folder)
    except (OSError, ValueError) as error:
        line = getattr(error, "lineno", None)
        yield Finding(f"{_DESCRIPTION}, line {line}" if line else _DESCRIPTION, None, f"cannot be read ({error})")
        return
    try:
        yield from _description_findings(described, folder)
    except (AttributeError, KeyError, TypeError) as error:
        yield Finding(_DESCRIPTION, None, f"it is no Croissant description ({error})")


def _description_findings(described: Mapping[str, Any], folder: Path) -> Iterator[Finding]:
    for name in ("name", "description", "license", "url", "conformsTo", "distribution", "recordSet"):
        if not described.get(name):
            yield Finding(_DESCRIPTION, name, "is missing")
    if described.get("conformsTo") not in (None, _CONFORMS):
        yield Finding(_DESCRIPTION, "conformsTo", f"is {described['conformsTo']!r}, wanted {_CONFORMS!r}")
    for file in described.get("distribution") or []:
        place = folder / Path(str(file.get("contentUrl"))).name
        if not place.is_file():
            yield Finding(_DESCRIPTION, "distribution", f"names {file.get('contentUrl')!r}, which is not there")
        elif digest_of(place) != file.get("sha256"):
            yield Finding(_DESCRIPTION, "sha256", f"is not that of {place.name}: the data was changed after export")
        else:
            yield from _row_findings(place)
    columns = {
        field["source"]["extract"]["column"]
        for records in described.get("recordSet") or []
        for field in records.get("field") or []
    }
    for name in verdict_schema():
        if name not in columns:
            yield Finding(_DESCRIPTION, name, "is a column that no field describes")


def _row_findings(place: Path) -> Iterator[Finding]:
    examiner, number = Examiner(), 0
    try:
        if dict(pl.read_parquet_schema(place)) != dict(_FLAT):
            yield Finding(place.name, None, "its columns are not those of a verdict dataset")
            return
        for batch in iter_batches(place):
            for record in _unflat_records(batch):
                number += 1
                yield from examiner.look(record, f"{place.name}, row {number}")
    except (ValueError, KeyError, TypeError, pl.exceptions.PolarsError) as error:
        yield Finding(f"{place.name}, row {number + 1}", None, f"cannot be read ({str(error).splitlines()[0]})")


CROISSANT = Form("croissant", "Croissant", (), _write, _read, _examine, folder=True)
"""``croissant``: a folder."""
