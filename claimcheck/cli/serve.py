"""``serve``: the workspace over HTTP, on this machine alone unless told otherwise."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, WorkspaceOption
from claimcheck.cli.output import say

__all__ = ["register", "serve"]


def serve(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    host: Annotated[
        str, typer.Option(help="The address to listen on; any but this machine's own wants a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0: any free one.")] = 8642,
    token_file: Annotated[
        Path | None,
        typer.Option(help="The file with the token to ask for, made where there is none; or CLAIMCHECK_SERVE_TOKEN."),
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name that the server goes by, as behind a proxy; may be repeated.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes that do the work; default: one a core, 2 to 4.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=1, max=3600, help="Seconds that one request may take.")] = 60,
    max_body: Annotated[int, typer.Option(min=1, max=2000, help="Megabytes that one request may hold.")] = 32,
    max_waiting: Annotated[
        int, typer.Option(min=1, max=10_000, help="Requests that may wait for a worker; more are told to come again.")
    ] = 64,
    pull: Annotated[
        bool, typer.Option("--pull", help="Also bring verdicts back, again and again and when Label Studio calls.")
    ] = False,
    every: Annotated[str, typer.Option(help="With --pull, how often: 60s, 5m, 1h.")] = "60s",
    webhook_url: Annotated[
        str | None, typer.Option(help="With --pull, where Label Studio reaches this server, if not where it listens.")
    ] = None,
    name: Annotated[
        str, typer.Option("--name", help="With --pull, which local studio, where none else is set.")
    ] = "default",
    encoder: EncoderOption = None,
) -> None:
    """Answer over HTTP: lookup, split, check, claims, reviews, verdicts, exports; a search page at /.

    The API's description is at /openapi.json. Ctrl-C or SIGTERM stops it, after the requests at hand.
    """
    from claimcheck.cli.pulling import parse_span, round_line
    from claimcheck.serve import ServeOptions, find_token, usual_workers
    from claimcheck.serve import serve as answer

    pull_every = parse_span(every) if pull else None
    options = ServeOptions(
        folder=workspace,
        host=host,
        port=port,
        encoder=encoder,
        token=find_token(token_file, say),
        hosts=tuple(allow_host or ()),
        workers=workers or usual_workers(),
        timeout=timeout,
        max_body=max_body * 1_000_000,
        max_waiting=max_waiting,
    )
    answer(
        options,
        say=say,
        pull_every=pull_every,
        webhook_url=webhook_url,
        studio=name,
        tell=lambda done: say(round_line(done)),
    )


def register(app: typer.Typer) -> None:
    """Add this command to the app."""
    app.command()(serve)
