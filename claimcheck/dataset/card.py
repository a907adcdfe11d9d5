"""A dataset card: what a stranger must know before using the verdicts, in Markdown with the header that hubs read.

``Context.facts`` may hold ``claims_by_label``, ``languages``, ``annotators``, ``methods``, ``agreement`` (a sentence),
``left_out``, ``names`` (whether they were kept), ``samples``, ``splits`` and ``split`` (lines).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.dataset.form import Context

__all__ = ["format_card"]

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def format_card(rows: int, languages: Sequence[str], files: Mapping[str, str], context: Context) -> str:
    """The card of ``rows`` rows in these languages; ``files`` are the data files by split."""
    facts = context.facts or {}
    header = {
        "pretty_name": context.title,
        "license": context.licence or "other",
        "language": [each for each in languages if each != "und"],
        "task_categories": ["text-classification"],
        "tags": ["fact-checking", "claims", "verdicts"],
        "size_categories": [next((word for most, word in _SIZES if rows < most), "1M<n<10M")],
        "configs": [
            {
                "config_name": "default",
                "data_files": [{"split": split, "path": path} for split, path in files.items()],
            }
        ],
    }
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in header.items()), "---", ""]
    lines += [f"# {_plain(context.title)}", ""]
    lines += [
        f"{rows:,} claims from news articles with verdicts of human annotators, one row a claim. Each row traces back "
        "to characters of its article: `spans` are code points of the text whose SHA-256 is `article_digest`, and "
        "`evidence[i]` is what stands at `spans[i]`.",
        "",
    ]
    if facts.get("samples"):
        lines += [f"**{facts['samples']:,} of them are samples that ship with claimcheck: no person judged them.**", ""]
    lines += _table("Labels", "label", facts.get("claims_by_label"))
    lines += _table("Languages", "language", facts.get("languages"))
    lines += _table("Splits", "split", facts.get("splits"))
    lines += ["## How it was annotated", "", _judged(context), ""]
    lines += _meanings(context)
    lines += [
        "Every annotator's answer is in `annotations`, skips too (a null `label`), with confidence, seconds, and the "
        "ids of the past checks they were shown (`shown`). `soft_label` is each label's share. A tie is a row without "
        "`label`; `tie` names the labels. `method` names how the row was settled.",
        "",
    ]
    lines += _table("How claims were settled", "method", facts.get("methods"))
    lines += _sentences("People", _people(facts))
    lines += _sentences("Agreement", [facts["agreement"]] if facts.get("agreement") else [])
    lines += _listed("How the splits were made", facts.get("split") or [])
    lines += _table("Left out", "what", facts.get("left_out"))
    lines += ["## Licence", "", _licence(context), ""]
    lines += [
        "## Limits",
        "",
        "A verdict holds as of the day in `as_of`, on the evidence its annotators had. Claims were chosen by a desk, "
        "not drawn at random: shares of labels say nothing about news in general. `manifest.json` beside this card "
        "names inputs, versions, counts and digests.",
        "",
    ]
    return "\n".join(lines)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _table(title: str, name: str, counts: Mapping[str, int] | None) -> list[str]:
    if not counts:
        return []
    rows = [f"| {_cell(key)} | {count:,} |" for key, count in counts.items()]
    return [f"## {title}", "", f"| {name} | claims |", "|---|---|", *rows, ""]


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|").replace("<", "&lt;")


def _sentences(title: str, sentences: Sequence[str]) -> list[str]:
    return [f"## {title}", "", " ".join(sentences), ""] if sentences else []


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}", "", *(f"- {_cell(line)}" for line in lines), ""] if lines else []


def _judged(context: Context) -> str:
    words = dict(context.scheme.judged)
    name = f"Verdict scheme “{_plain(context.scheme.name)}”, version {context.scheme.version}."
    return f"{name} {words.get('en', '')}".strip()


def _meanings(context: Context) -> list[str]:
    rows = []
    for choice in context.scheme.choices:
        meaning = dict(choice.meaning).get("en", "")
        place = "off the scale" if choice.rank is None else str(choice.rank)
        rows.append(f"| `{choice.label.value}` | {place} | {_cell(meaning)} |")
    return ["| label | rank | meaning |", "|---|---|---|", *rows, ""]


def _people(facts: Mapping[str, Any]) -> list[str]:
    said = []
    if facts.get("annotators") is not None:
        said.append(f"{facts['annotators']} annotators.")
    if facts.get("names") is not None:
        said.append(
            "They appear under their names."
            if facts["names"]
            else "They appear under pseudonyms: a hash under a key that stays with the desk."
        )
    return said


def _licence(context: Context) -> str:
    own = f"The verdicts: {_plain(context.licence)}." if context.licence else "The desk has not said a licence yet."
    return (
        f"{own} Quotations of articles (`evidence`, titles) belong to their publishers; what past checks said carries "
        "its own licence in `past_checks[].licence`, null where its publisher stated none."
    )
