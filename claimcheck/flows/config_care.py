"""Before a labeling config is replaced: who changed what, and which answers would have no place any more.

Label Studio itself lets a choice go that annotators have used; their answers then stand for nothing.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimcheck.errors import ConfigEdited, ConfigOrphans
from claimcheck.labelstudio import Orphan, Project, config_differences, config_digest, count_orphans, read_controls
from claimcheck.progress import Say, plural, silent

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["ConfigState", "apply_config", "examine_config"]

_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ConfigState:
    """How a project's labeling config stands to the one it should have.

    ``edited`` where it is neither that nor the last one we gave it, then ``differences`` says in what it asks something
    else: nothing, where only its looks changed. ``orphans`` counts the answers the new config has no place for, by
    control and choice.
    """

    same: bool
    edited: bool
    differences: tuple[str, ...]
    orphans: "Counter[Orphan]"


def examine_config(store: "Store", client: "StudioClient", project: Project, config: str) -> ConfigState:
    """Compare a project's config with the one it should have; its answers are read only where some could be lost."""
    if config_digest(project.config) == config_digest(config):
        return ConfigState(True, False, (), Counter())
    edited = config_digest(project.config) != _given(store, client, project.id)
    old, new = read_controls(project.config), read_controls(config)
    narrower = any(
        name not in new or (control.codes or frozenset()) - (new[name].codes or frozenset())
        for name, control in old.items()
    )
    orphans: Counter[Orphan] = Counter()
    if narrower:
        answered = client.tasks_changed_since(project.id, _BEGINNING)
        orphans = count_orphans((each for task in answered for each in task.annotations), config)
    return ConfigState(False, edited, tuple(config_differences(project.config, config)) if edited else (), orphans)


def apply_config(
    store: "Store",
    client: "StudioClient",
    project: Project,
    config: str,
    *,
    title: str,
    force: bool = False,
    say: Say = silent,
) -> Project:
    """Bring a project to this config, and remember it; a config that people edited in its looks alone is left as it is.

    Raises:
        ConfigEdited: people changed there what the page asks, and not ``force``.
        ConfigOrphans: answers would have no place any more, and not ``force``.
    """
    state = examine_config(store, client, project, config)
    keep = state.edited and not state.differences and not force
    if not state.same and not keep:
        if state.edited and not force:
            raise ConfigEdited(client.url, project.id, title, state.differences)
        if state.orphans and not force:
            raise ConfigOrphans(client.url, project.id, title, state.orphans)
        if state.edited:
            say(f"project {project.id} {title!r} was edited in Label Studio; its labeling config is ours again")
        for (control, code), count in sorted(state.orphans.items(), key=str):
            say(f"{plural(count, 'answer loses its', 'answers lose their')} place: {control} {code or ''}".rstrip())
        client.set_config(project.id, config)
        project = Project(project.id, project.title, config)
    if keep:
        say(
            f"project {project.id} {title!r}: its labeling config was edited in Label Studio, in its looks alone; "
            "left as it is (--force puts ours back)"
        )
    digest = _given(store, client, project.id) or "" if keep else config_digest(config)
    store.put_project(client.server, project.id, title, digest)
    return project


def _given(store: "Store", client: "StudioClient", project_id: int) -> str | None:
    """The digest of the config we last gave a project; None where it is not ours."""
    rows = store.projects()
    return next(
        (row.config_digest for row in rows if (row.server, row.project_id) == (client.server, project_id)), None
    )
