"""The options by which a command lets a language model help to split, and the question before anything is sent."""

import functools
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from claimcheck.cli.options import YesOption
from claimcheck.cli.output import ask, say
from claimcheck.cli.progress import bars_put_away

if TYPE_CHECKING:
    from claimcheck.flows.model_splitting import ModelSplitter, Plan
    from claimcheck.llm import Terms
    from claimcheck.records import Article
    from claimcheck.split import Splitter

__all__ = ["NO_MODEL", "LlmMode", "ModelWish", "asks_model"]


class LlmMode(StrEnum):
    """How much a model has a say."""

    REWRITE = "rewrite"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class ModelWish:
    """What a command was told about a model; nothing: none is asked."""

    llm: LlmMode | None = None
    llm_url: str | None = None
    llm_model: str | None = None
    max_cost: float | None = None
    max_tokens: int | None = None
    yes: bool = False

    def splitter(self, folder: Path, *, prepare: Callable[[], object] | None = None) -> "Splitter":
        """The splitter wished for: the rules, or a model over them, with the settings and kept answers of ``folder``.

        ``prepare`` is called once it is agreed to ask, before the first answer; without it, answers are kept only
        where the workspace is there already.
        """
        if self.llm is None:
            from claimcheck.split import RuleSplitter

            if self.max_cost is not None or self.max_tokens is not None:
                raise typer.BadParameter("--max-cost and --max-tokens limit a model: add --llm rewrite or --llm split")
            return RuleSplitter()
        return self._model_splitter(folder, prepare)

    @contextmanager
    def splitter_for(self, folder: Path, articles: "Callable[[], Sequence[Article]]") -> "Iterator[Splitter]":
        """The splitter wished for, to split these articles one by one; ``articles`` is called only for a model."""
        if self.llm is None:
            yield self.splitter(folder)
            return
        with self._model_splitter(folder, None).agreed(articles()) as splitter:
            yield splitter

    def _model_splitter(self, folder: Path, prepare: Callable[[], object] | None) -> "ModelSplitter":
        from claimcheck.flows.model_splitting import open_model_splitter
        from claimcheck.llm import Limits
        from claimcheck.settings import read_settings
        from claimcheck.store import Store

        def agree(plan: "Plan", terms: "Terms") -> None:
            _tell(plan, terms, splitter.asker.meter.limits)
            _ask(terms, yes=self.yes)
            if prepare:
                prepare()

        keeps = prepare is not None or Store.is_in(folder)
        splitter = open_model_splitter(
            str(self.llm),
            read_settings(folder).llm,
            folder=folder if keeps else None,
            url=self.llm_url,
            model=self.llm_model,
            limits=Limits(self.max_cost, self.max_tokens),
            agree=agree,
            say=say,
        )
        return splitter


NO_MODEL = ModelWish()


def _tell(plan: "Plan", terms: "Terms", limits: Any) -> None:
    """Say where texts would go, how much that is and what it would cost."""
    from claimcheck.flows.model_splitting import format_cost

    way = "" if terms.encrypted or terms.local else ", NOT encrypted"
    kept = f"; {plan.kept} answered before" if plan.kept else ""
    say(
        f"{plan.articles} article{'s' * (plan.articles != 1)} to {terms.host}{way} (model {terms.model}): "
        f"{plan.questions} question{'s' * (plan.questions != 1)}{kept}"
    )
    price = "price unknown: set price_in and price_out under [llm] in claimcheck.toml"
    price = f"about {format_cost(plan.cost, terms)}" if plan.cost is not None else price
    most = [f"{limits.cost:g} {terms.currency}"] if limits.cost is not None else []
    most += [f"{limits.tokens:,} tokens"] if limits.tokens is not None else []
    held = f"; at most {' and '.join(most)}" if most else ""
    say(f"about {plan.usage.prompt:,} tokens to send, {plan.usage.completion:,} to come back: {price}{held}")


def _ask(terms: "Terms", *, yes: bool) -> None:
    from claimcheck.errors.models import LlmNotConfirmed

    if yes:
        return
    if not sys.stdin.isatty():
        raise LlmNotConfirmed
    with bars_put_away():
        agreed = ask(f"Send them to {terms.host}?")
    if not agreed:
        say("nothing was sent")
        raise typer.Exit(1)


def _options(
    llm: Annotated[
        LlmMode | None,
        typer.Option(
            "--llm",
            help="Let the model of [llm] in claimcheck.toml word offered claims that need context (rewrite), or choose "
            "and split them all (split). Texts leave this machine; says where, and what it costs, first.",
        ),
    ] = None,
    llm_url: Annotated[
        str | None,
        typer.Option("--llm-url", envvar="CLAIMCHECK_LLM_URL", help="Its server, instead of the settings'."),
    ] = None,
    llm_model: Annotated[
        str | None,
        typer.Option("--llm-model", envvar="CLAIMCHECK_LLM_MODEL", help="Its name, instead of the settings'."),
    ] = None,
    max_cost: Annotated[
        float | None, typer.Option("--max-cost", min=0, help="With --llm: the most it may cost, then the rules go on.")
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option("--max-tokens", min=1, help="With --llm: the most tokens it may use.")
    ] = None,
    yes: YesOption = False,
) -> None:
    """The options, as they are added to a command."""


def asks_model(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options about a model; they come to it together, as ``model``."""
    own, added = inspect.signature(command), inspect.signature(_options)

    @functools.wraps(command)
    def run(**given: Any) -> None:
        wish = ModelWish(**{name: given.pop(name) for name in added.parameters})
        command(**given, model=wish)

    kept = [each for each in own.parameters.values() if each.name != "model"]
    run.__signature__ = own.replace(parameters=[*kept, *added.parameters.values()])  # type: ignore[attr-defined]
    hints = get_type_hints(_options, include_extras=True)
    run.__annotations__ = {name: hint for name, hint in command.__annotations__.items() if name != "model"} | hints
    return run
