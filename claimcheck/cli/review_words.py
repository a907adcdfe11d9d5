"""``reviews ratings``, ``disagreements``, ``duplicates``: what rating words mean, and who says what of one claim."""

from dataclasses import asdict
from itertools import islice
from typing import Annotated, Any

import typer

from claimcheck.cli.clusters import shared_by
from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, FormatOption, SchedulerOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, say, write_records
from claimcheck.cli.progress import progress_bar
from claimcheck.cli.review_options import LimitOption
from claimcheck.progress import plural
from claimcheck.records import Label

__all__ = ["register"]

_NONE = "NONE"


def ratings(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    unknown: Annotated[bool, typer.Option("--unknown", help="Only words that no table has a label for.")] = False,
    word: Annotated[str | None, typer.Option("--set", metavar="WORD", help="Give a word a label of your own.")] = None,
    label: Annotated[str | None, typer.Option(help="Which: a label, or NONE for a word that has none.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Only as this publisher uses it.")] = None,
    language: Annotated[str | None, typer.Option(help="Only in this language, such as de.")] = None,
    reread: Annotated[bool, typer.Option("--reread", help="Read the words of all past checks anew.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --reread: say how many would change.")] = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Publishers' rating words here, how often, and the label each is read as; the desk's own table goes first."""
    from claimcheck.flows.ratings import list_ratings, reread_ratings, set_rating
    from claimcheck.workspace import Workspace

    if (word is None) != (label is None):
        raise typer.BadParameter("--set and --label go together")
    meant = _parse_label(label) if label is not None else None
    writes = reread and not dry_run
    with Workspace.open(workspace, write=writes) as desk:
        if word is not None:
            path = set_rating(desk.folder, word, meant, publisher=publisher, language=language)
            say(f"{word!r} is {meant.value if meant else 'no label'} from now on, as {path} says")
            say("past checks that are here keep their label until: claimcheck reviews ratings --reread")
        if reread:
            count = reread_ratings(desk.store, desk.ratings, dry_run=dry_run)
            say(f"{plural(count, 'past check')} {'would get' if dry_run else 'got'} another label")
        if word is not None or reread:
            return
        rows = [
            each
            for each in list_ratings(desk.store, desk.ratings, unknown=unknown)
            if publisher in {None, each.publisher} and language in {None, each.language}
        ]
    write_records(
        (asdict(each) for each in rows),
        chosen=output,
        columns=("word", "publisher", "language", "count", "label", "how it is read"),
        row=_word_row,
        empty="every rating word here has a label" if unknown else "no past check here has a rating word",
    )


def _word_row(each: dict[str, Any]) -> list[str]:
    marks = [str(each["how"])] + [mark for mark in ("derived", "approximate") if each[mark]]
    stored, reads = each["rating"], each["reads"]
    changed = "" if stored == reads else f" (now {reads or 'none'})"
    return [
        each["word"],
        each["publisher"],
        each["language"],
        str(each["count"]),
        (stored or "–") + changed,
        ", ".join(marks),
    ]


def _parse_label(text: str) -> Label | None:
    name = text.strip().upper().replace(" ", "_")
    if name == _NONE:
        return None
    if name not in Label.__members__:
        raise typer.BadParameter(f"{text!r} is no label; the labels are {', '.join(Label.__members__)}, or NONE")
    return Label(name)


def disagreements(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    all_steps: Annotated[bool, typer.Option("--all", help="Ratings one step apart too.")] = False,
    limit: LimitOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """The same claim rated differently by different publishers; near-duplicates count once they were looked for."""
    from claimcheck.flows.disagreements import find_disagreements
    from claimcheck.shapes import review_to_json
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace) as desk:
        found = list(islice(find_disagreements(desk.store, all_steps=all_steps), limit))
    write_records(
        ({"clear": each.clear, "reviews": [review_to_json(one) for one in each.reviews]} for each in found),
        chosen=output,
        columns=("claim", "who says what"),
        row=lambda each: (
            each["reviews"][0]["claim_reviewed"],
            "\n".join(f"{one['publisher']}: {one['alternate_name'] or one['rating']}" for one in each["reviews"]),
        ),
        empty="no claim here is rated differently by two publishers",
    )


def duplicates(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    find: Annotated[bool, typer.Option("--find", help="Look for them anew and keep what is found.")] = False,
    encoder: EncoderOption = None,
    scheduler: SchedulerOption = None,
    limit: LimitOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Past checks of the same claim, as they were last looked for; lookup shows those with one rating as one."""
    from claimcheck.workspace import Workspace

    empty = "no near-duplicates are known here: claimcheck reviews duplicates --find"
    with (
        progress_bar() as progress,
        shared_by(scheduler, workspace, worth=find) as cluster,
        Workspace.open(workspace, write=find, encoder=encoder, say=say) as desk,
    ):
        if find:
            desk.share(cluster)
            report = desk.find_duplicates(progress)
            if report.clusters:
                clusters_hold = plural(report.clusters, "cluster holds", "clusters hold")
                say(f"{clusters_hold} {report.clustered:,} of {plural(report.reviews, 'past check')}")
            empty = f"no two of the {report.reviews:,} past checks here say the same"
            if report.reviews < 2:
                empty = "only one past check is here" if report.reviews else "no past check is here yet"
                empty += ": claimcheck reviews import FILE"
        clusters = list(islice(desk.store.iter_clusters(), limit))
        wanted = [each for cluster in clusters for each in cluster]
        reviews = {review.id: review for review in desk.store.reviews(ids=wanted)} if wanted else {}
    write_records(
        (
            {
                "ids": cluster,
                "claim_reviewed": reviews[cluster[0]].claim_reviewed,
                "claims": list(dict.fromkeys(reviews[each].claim_reviewed for each in cluster)),
                "publishers": list(dict.fromkeys(reviews[each].publisher for each in cluster)),
            }
            for cluster in clusters
        ),
        chosen=output,
        columns=("claims", "publishers", "count"),
        row=lambda each: ("\n".join(each["claims"]), ", ".join(each["publishers"]), str(len(each["ids"]))),
        empty=empty,
    )


def register(group: typer.Typer) -> None:
    """Add these commands to ``reviews``."""
    group.command()(ratings)
    group.command()(disagreements)
    group.command()(duplicates)
