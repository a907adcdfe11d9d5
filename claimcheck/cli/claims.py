"""``claims``: list, show, edit, drop and restore what was split."""

import getpass
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_records, write_result, write_table
from claimcheck.records import ClaimDate, ClaimKind, ClaimStatus

if TYPE_CHECKING:
    from claimcheck.store import ClaimEvent, VerdictVersion

__all__ = ["register"]

group = typer.Typer(help="List, show, edit, drop and restore claims.", no_args_is_help=True)

ClaimArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or enough of its start.")]
AuthorOption = Annotated[
    str | None, typer.Option("--author", envvar="CLAIMCHECK_AUTHOR", help="Who does it; default: your login name.")
]


def _author(given: str | None) -> str:
    return given or getpass.getuser()


@group.command("list")
def list_claims(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    article: Annotated[str | None, typer.Option(help="Only this article's, by id.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what is not offered, dropped or superseded.")] = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """The claims of the workspace, best first within an article."""
    from claimcheck.flows.lines import claim_line
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace) as desk:
        chosen = desk.store.article(article).id if article else None
        if everything:
            stored = desk.store.claims(article_id=chosen, statuses=set(ClaimStatus))
        else:
            stored = desk.store.claims(article_id=chosen, offered=True)
        found = [claim_line(each) for each in stored]
        others = not found and bool(desk.store.claims(article_id=chosen, statuses=set(ClaimStatus)))
    write_records(
        found,
        chosen=output,
        columns=("id", "claim", "who", "how", "status", "score"),
        row=lambda each: (
            each["id"][:8],
            each["text"],
            (each["subject"] if each["kind"] == ClaimKind.QUOTATION else "") or each["speaker"] or "–",
            each["assertion"],
            each["status"] if each["checkable"] else "not offered",
            f"{each['score']:.2f}",
        ),
        empty="no claim here is offered and not dropped: --all shows the others"
        if others
        else "no claims here yet: claimcheck split ARTICLE",
    )


@group.command()
def show(
    claim: ClaimArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """One claim with its place in the text, its versions, its past checks and every verdict it ever had."""
    from claimcheck.flows.lines import claim_in_full
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace) as desk:
        if as_jsonl(output):
            write_json(claim_in_full(desk.store, claim))
            return
        stored = desk.store.claim(claim)
        article = desk.store.article(stored.claim.article_id)
        history, matches = desk.store.history(stored.claim.id), desk.store.matches(stored.claim.id)
        judged, events = desk.store.verdict_histories(stored.claim.id), desk.store.events(stored.claim.id)
    now = stored.claim
    facts = [
        ("claim", now.text),
        *(
            ("evidence", f"“{piece}” [{span.start}, {span.end})")
            for piece, span in zip(now.evidence, now.spans, strict=True)
        ),
        ("article", f"{article.title or article.origin or article.id} ({article.published or 'no date'})"),
        ("who", now.told_by or ("source not named" if now.is_unnamed else "the outlet itself")),
        ("how", f"{now.assertion.value}, {now.kind.value}"),
        ("when", f"{now.date.value} ({now.date.precision})" if now.date else "–"),
        ("score", f"{now.score:.2f}: {'; '.join(now.reasons)}"),
        ("status", f"{stored.status.value}, version {stored.version} by {stored.author or now.method}"),
    ]
    facts += [(each.what, _event_line(each)) for each in events]
    if now.needs_context:
        facts.append(("open", ", ".join(now.context.unresolved) or "needs its context"))
    if stored.successor_id:
        facts.append(("successor", stored.successor_id))
    facts += [
        (f"version {each.version}", f"{each.claim.text} ({each.author or each.claim.method})") for each in history[:-1]
    ]
    facts += [
        (
            f"past check {match.rank}",
            f"{match.review.alternate_name or match.review.rating or 'unrated'}: {match.review.claim_reviewed}"
            + ("" if match.query == now.text else "\n(found for the earlier wording: claimcheck match looks again)"),
        )
        for match in matches
        if match.review
    ]
    facts += [("withdrawn verdict" if gone else "verdict", _verdict_line(kept)) for gone, kept in judged if kept]
    write_table(("what", "value"), facts, title=now.id)


def _event_line(event: "ClaimEvent") -> str:
    """When something became of a claim, by whom and why."""
    by = f" by {event.author}" if event.author else ""
    return f"{event.at:%Y-%m-%d %H:%M}{by}" + (f": {event.reason}" if event.reason else "")


def _verdict_line(versions: "Sequence[VerdictVersion]") -> str:
    """What somebody answers now, and what they answered before, each with its day."""
    words = [
        f"{each.verdict.label.value if each.verdict.label else 'skipped'} ({each.verdict.updated_at:%Y-%m-%d %H:%M})"
        for each in versions
    ]
    before = f", before: {', '.join(words[:-1])}" if words[1:] else ""
    return f"{words[-1]} by {versions[-1].verdict.annotator}{before}"


@group.command()
def edit(
    claim: ClaimArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    text: Annotated[str | None, typer.Option(help="Better wording.")] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Whose word it rests on; an empty string: the outlet's own.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            help="When it holds: YYYY-MM-DD, YYYY-MM, YYYY or two of them as FROM/TO; an empty string: no date."
        ),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Change a claim's wording, speaker or date as a new version; the machine's version is kept."""
    from claimcheck.flows.lines import claim_line
    from claimcheck.flows.worded_date import dated_before
    from claimcheck.workspace import Workspace

    if text is None and speaker is None and date is None:
        raise typer.BadParameter("nothing to change: give --text, --speaker or --date")
    changes: dict[str, Any] = {}
    if text is not None:
        changes["text"] = text
    if speaker is not None:
        changes["speaker"] = speaker or None
    if date is not None:
        changes["date"] = _claim_date(date)
    with Workspace.open(workspace, write=True) as desk:
        stored = desk.store.edit_claim(claim, author=_author(author), **changes)
        outdated = any(match.query != stored.claim.text for match in desk.store.matches(stored.claim.id))
    write_result(claim_line(stored))
    say(f"{stored.claim.id[:8]}: version {stored.version} by {stored.author}: {stored.claim.text}")
    if dated_before(stored) and stored.claim.date:
        say(f"note: its date, {stored.claim.date.value}, is still that of the earlier wording: --date sets another")
    if outdated:
        say("note: it was looked up in an earlier wording only: claimcheck match looks again")
    if stored.status is ClaimStatus.DROPPED:
        short = stored.claim.id[:8]
        say(f"note: {short} is dropped, so nothing is done with it: claimcheck claims restore {short}")


def _claim_date(text: str) -> ClaimDate | None:
    """A date as precise as it is written; the store refuses what is none."""
    if not text.strip():
        return None
    precision = "interval" if "/" in text else ("year", "month", "day")[min(text.count("-"), 2)]
    return ClaimDate(text.strip(), precision)


@group.command()
def drop(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Ids, or enough of their start.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    reason: Annotated[str | None, typer.Option(help="Why it is not worth checking.")] = None,
    author: AuthorOption = None,
) -> None:
    """Take claims out of what is pushed; they stay listed under --all."""
    from claimcheck.flows.lines import claim_line
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=True) as desk:
        for before in [desk.store.claim(each) for each in claims]:  # a wrong id changes nothing
            stored = desk.store.drop_claim(before.claim.id, author=_author(author), reason=reason)
            write_result(claim_line(stored))
            was = before.status is ClaimStatus.DROPPED
            kept = ": the reason stays as it was" if was and reason else ""
            say(f"{stored.claim.id[:8]}: {'was dropped already' if was else 'dropped'}{kept}")


@group.command()
def restore(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Ids, or enough of their start.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    author: AuthorOption = None,
) -> None:
    """Take dropped claims back in."""
    from claimcheck.flows.lines import claim_line
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=True) as desk:
        for before in [desk.store.claim(each) for each in claims]:  # a wrong id changes nothing
            stored = desk.store.restore_claim(before.claim.id, author=_author(author))
            write_result(claim_line(stored))
            say(f"{stored.claim.id[:8]}: {stored.status.value}")


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="claims")
