"""How every command behaves alike: ``--json`` for records, ``--quiet`` for words, examples in its help, completion.

A command is a plain function with the options of its job; ``well_mannered`` gives it the options that all share. Typer
reads them from the signature, so the function itself never sees them.
"""

import copy
import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from claimcheck.cli.completion import Completer
from claimcheck.cli.output import OutputFormat, be

__all__ = ["Command", "Contents", "well_mannered"]

JsonOption = Annotated[
    bool, typer.Option("--json", help="What it did or found as JSON lines on stdout, terminal or not.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No words and no progress: errors alone.")]


def well_mannered(run: Callable[..., Any], completers: Mapping[str, Completer]) -> Callable[..., Any]:
    """The command with ``--json`` and ``--quiet``, and with completion for the parameters that have a completer."""
    signature = inspect.signature(run)

    @functools.wraps(run)
    def behaved(*, json_lines: bool, quiet: bool, **given: Any) -> Any:
        if json_lines and given.get("output") is OutputFormat.TABLE:
            raise typer.BadParameter("--json and --format table ask for two things: leave one out")
        if json_lines and "output" in given:
            given["output"] = OutputFormat.JSONL
        be(quiet=quiet, json=json_lines)
        return run(**given)

    kept = [_completed(each, completers) for each in signature.parameters.values()]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=annotation)
        for name, annotation in (("json_lines", JsonOption), ("quiet", QuietOption))
    ]
    parameters = [*(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in kept), *shared]
    behaved.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    behaved.__annotations__ = {each.name: each.annotation for each in parameters}
    return behaved


def _completed(parameter: inspect.Parameter, completers: Mapping[str, Completer]) -> inspect.Parameter:
    """The parameter with its completer; options are shared between commands, so it is a copy that gets one."""
    completer = completers.get(parameter.name)
    if completer is None or get_origin(parameter.annotation) is not Annotated:
        return parameter
    of, *notes = get_args(parameter.annotation)
    notes = [copy.copy(each) for each in notes]
    for each in notes:
        each.autocompletion = completer
    return parameter.replace(annotation=Annotated[of, *notes])


def _first_sentence(text: str) -> str:
    """What a table of contents says of a command.

    >>> _first_sentence("Split it: best first. More of it.\\n\\nAnd more.")
    'Split it: best first.'
    """
    paragraph = " ".join(text.split("\n\n")[0].split())
    first = paragraph.partition(". ")[0]
    return first if first.endswith((".", "?")) else f"{first}."


_NO_TABLE = ": there is no table here, what was done comes in words, with --json as JSON"
_WRONG = {
    "int_parsing": "{0!r} is no whole number",
    "float_parsing": "{0!r} is no number",
    "greater_than_equal": "{0} is too little: give {ge} or more",
    "less_than_equal": "{0} is too much: give {le} or less",
}
"""What a value lacks, by the name that pydantic has for it."""


class Plain:
    """Of a command or a group: what is wrong with its usage is told in its own words, not in the library's."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As the library does."""
        try:
            found: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except typer.BadParameter as error:
            error.message = _reworded(error)
            raise
        except TyperException as error:
            if getattr(error, "option_name", None) == "--format" and not isinstance(self, TyperGroup):
                error.message += _NO_TABLE
                error.possibilities = None  # type: ignore[attr-defined]
            raise
        return found


def _reworded(error: typer.BadParameter) -> str:
    """The message of an error, where the library's is pydantic's."""
    found: list[dict[str, Any]] = getattr(error.__cause__, "errors", list)()
    if not found:
        return error.message
    first = found[0]
    if first["type"] in _WRONG:
        return _WRONG[first["type"]].format(first["input"], **first.get("ctx", {}))
    said = error.message.removeprefix("Value error, ")
    value, is_none_of, wanted = said.removesuffix(".").partition(" is not one of ")
    return f"{value} is none of {wanted.replace(chr(39), '')}" if is_none_of else said


class Command(Plain, TyperCommand):
    """A command whose help ends with examples, each on a line of its own."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Arguments as manuals write them: ``FILE``, ``[FILE]`` where it may be left out, ``FILE...`` for several."""
        pieces = [self.options_metavar or ""]
        for each in self.get_params(ctx):
            if each.param_type_name == "argument":
                shown = str(each.metavar or each.name).upper()
                bare = shown if " " in shown else shown.strip("[].")
                several = "..." if each.nargs == -1 and " " not in shown else ""
                pieces.append(f"{bare}{several}" if each.required else f"[{bare}]{several}")
        return pieces

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 (typer's signature)
        """Write the examples as they stand."""
        write_examples(self.epilog, formatter)


def write_examples(epilog: str | None, formatter: Any) -> None:
    """The lines of an epilog below a heading, unwrapped: they are to be copied."""
    if epilog:
        with formatter.section("Examples"):
            for line in epilog.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class Contents(Plain, TyperGroup):
    """A group whose help is a table of contents: under headings, in the order of the work, nothing cut off."""

    order: Sequence[str] = ()
    """Names that come first, in this order."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in ``order``, then the others as they were added."""
        known = super().list_commands(ctx)
        return [*(each for each in self.order if each in known), *(each for each in known if each not in self.order)]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each heading with its commands."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                heading = getattr(command, "rich_help_panel", None)
                heading = heading if isinstance(heading, str) else "Commands"
                found.setdefault(heading, []).append((name, _first_sentence(command.help or "")))
        widest = max((len(name) for rows in found.values() for name, _ in rows), default=0)
        for heading, rows in found.items():
            with formatter.section(heading):
                formatter.write_dl([(f"{name:<{widest}}", words) for name, words in rows])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 (typer's signature)
        """Write the examples as they stand."""
        write_examples(self.epilog, formatter)
