"""``encoder``: what turns claims into vectors."""

import typer

from claimcheck.cli.options import EncoderOption, FormatOption
from claimcheck.cli.output import OutputFormat, as_jsonl, write_json, write_table

__all__ = ["register"]

group = typer.Typer(help="What turns claims into vectors: look at it, train it.", no_args_is_help=True)


@group.command()
def info(encoder: EncoderOption = None, output: FormatOption = OutputFormat.AUTO) -> None:
    """Name, folder, width, fingerprint, languages and size."""
    from claimcheck.flows.encoder import encoder_info

    facts = encoder_info(encoder)
    if as_jsonl(output):
        write_json(facts)
    else:
        write_table(("what", "value"), ((key, str(value)) for key, value in facts.items()))


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="encoder")
