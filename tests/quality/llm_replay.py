"""How much of a model's answer the guards take: an annotator's own claims, and the same with something made up.

``python -m tests.quality.llm_replay`` prints it, for the articles of our own that may be tuned on. The model is a
server on this machine that answers with the annotator's claims; each article goes through the whole path.
"""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

from claimcheck.flows.bench_split import bench_split
from claimcheck.flows.model_splitting import open_model_splitter
from claimcheck.metrics import SplitFigures
from claimcheck.settings import LlmSettings
from claimcheck.split import RuleSplitter
from claimcheck.split.llm import Tally
from claimcheck.split.llm.folding import fold
from tests.unit.scripted_model import Asked, Reply, chat, claims, scripted_model, sentences_of

GOLD = Path(__file__).with_name("gold")
TUNED = ("fenwick-herald-treasurer", "morgenbote-kanalstreit")
Change = Callable[[str, list[str]], str | None]
_NAME = re.compile(r"(?<!^)\b[A-ZÄÖÜ][a-zäöüß]+")
_TWO_NAMES = re.compile(r"\b[A-ZÄÖÜ][a-zäöü]+ [A-ZÄÖÜ][a-zäöü]+")
_DENIED = re.compile(r" (?:not|nicht|kein\w*|only|nobody|niemand\w*) ", re.IGNORECASE)


def as_it_is(text: str, _: list[str]) -> str | None:
    """The annotator's own claim."""
    return text


def invented_number(text: str, _: list[str]) -> str | None:
    """A number changed."""
    numbers = list(re.finditer(r"\d+", text))
    if not numbers:
        return None
    at = random.Random(text).choice(numbers)
    return f"{text[: at.start()]}{int(at.group()) + 11}{text[at.end() :]}"


def number_of_another(text: str, others: list[str]) -> str | None:
    """A number put for one of another claim of the article."""
    numbers = list(re.finditer(r"\d+", text))
    elsewhere = sorted({each for other in others for each in re.findall(r"\d+", other)} - set(re.findall(r"\d+", text)))
    if not numbers or not elsewhere:
        return None
    at = random.Random(text).choice(numbers)
    return text[: at.start()] + random.Random(text).choice(elsewhere) + text[at.end() :]


def invented_name(text: str, _: list[str]) -> str | None:
    """A capitalised word put for a name that the article does not have."""
    names = list(_NAME.finditer(text))
    if not names:
        return None
    at = random.Random(text).choice(names)
    return text[: at.start()] + random.Random(text).choice(["Brunshagen", "Kowaltschik", "Lowell"]) + text[at.end() :]


def name_of_another(text: str, others: list[str]) -> str | None:
    """Two capitalised words put for two others of the article."""
    names = list(_TWO_NAMES.finditer(text))
    elsewhere = sorted({each for other in others for each in _TWO_NAMES.findall(other) if each not in text})
    if not names or not elsewhere:
        return None
    at = random.Random(text).choice(names)
    return text[: at.start()] + random.Random(text).choice(elsewhere) + text[at.end() :]


def turned(text: str, _: list[str]) -> str | None:
    """A "not" put in."""
    if _DENIED.search(text):
        return None
    changed = re.sub(r" (has|had|was|is) ", r" \1 not ", text, count=1)
    if changed == text:
        changed = re.sub(r" (hat|wurde|ist) ", r" \1 nicht ", text, count=1)
    return changed if changed != text else None


def text_of_another(text: str, others: list[str]) -> str | None:
    """The words of another claim, with this one's evidence."""
    return random.Random(text).choice([each for each in others if each != text])


CHANGES: tuple[Change, ...] = (
    as_it_is,
    invented_number,
    number_of_another,
    invented_name,
    name_of_another,
    turned,
    text_of_another,
)


class GoldModel:
    """Answers with what an annotator wrote, changed; what cannot be changed so is left out."""

    def __init__(self, name: str, change: Change = as_it_is) -> None:
        gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
        self.page = (GOLD / gold["source"]).read_text(encoding="utf-8")
        kept = [each for each in gold["claims"] if each["level"] != "reject"]
        texts = [each["text"] for each in kept]
        self.rows = [{**each, "text": changed} for each in kept if (changed := change(each["text"], texts)) is not None]

    def __call__(self, asked: Asked) -> Reply:
        shown = {number: fold(text).text for number, text in sentences_of(asked.user).items()}
        answer = []
        for each in self.rows:
            quotes = [self.page[start:end] for start, end in each["spans"]]
            folded = [fold(quote).text for quote in quotes]
            numbers = [n for n, text in shown.items() if any(quote in text or text in quote for quote in folded)]
            if numbers:
                said = {name: each[name] for name in ("text", "speaker", "assertion")}
                answer.append({"sentences": numbers, "quotes": quotes, "open": [], **said})
        return chat(claims(*answer))


def replay(name: str, model: GoldModel) -> tuple[SplitFigures, Tally]:
    """The splitter's figures on an article with such a model, and what came of its proposals."""
    with scripted_model(model) as served:
        splitter = open_model_splitter("split", LlmSettings(url=served.url, model="m"), folder=None)
        found = bench_split([GOLD / f"{name}.json"], splitter=splitter)[-1]
        splitter.close()
    return found, splitter.tally


def main() -> None:
    """Print the tables."""
    print(f"{'article':28}{'':8}{'F1':>6}{'speakers':>10}{'text':>6}")
    for name in TUNED:
        by_rules = bench_split([GOLD / f"{name}.json"], splitter=RuleSplitter())[-1]
        for who, figures in (("rules", by_rules), ("replay", replay(name, GoldModel(name))[0])):
            print(f"{name:28}{who:8}{figures.f1:6.2f}{figures.speaker_f1:10.2f}{figures.text:6.2f}")
    print(f"\n{'proposals':28}{'given':>8}{'taken':>8}   refused for")
    for change in CHANGES:
        whole = Tally()
        for name in TUNED:
            whole += replay(name, GoldModel(name, change))[1]
        taken = whole.proposed - sum(whole.rejected.values()) - whole.doubles
        why = ", ".join(f"{count} {what}" for what, count in whole.rejected.most_common())
        print(f"{change.__name__.replace('_', ' '):28}{whole.proposed:8}{taken:8}   {why}")


if __name__ == "__main__":
    main()
