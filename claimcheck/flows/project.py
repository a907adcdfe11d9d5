"""The Label Studio project a workspace's claims go to: found by what we remember, else by title and config."""

import time
from typing import TYPE_CHECKING

from claimcheck import resources
from claimcheck.errors import ProjectForeign, StudioNotThere, StudioRefused, StudioTimeout, StudioUnreachable
from claimcheck.flows.config_care import apply_config
from claimcheck.labelstudio import Project, config_digest
from claimcheck.progress import Say, silent

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["find_project", "ready_project"]

_TRIES = 4


def find_project(
    store: "Store", client: "StudioClient", *, title: str, config: str, say: Say = silent
) -> Project | None:
    """This workspace's project on the server: the one it used last under this title, else one of ours by title.

    The first is found whatever became of its labeling config. ``say`` hears where it was deleted or renamed there.

    Raises:
        ProjectForeign: there is one of this title, but its labeling config is not this scheme's.
    """
    digest = config_digest(config)
    for row in store.projects():
        if row.server != client.server or row.title != title:
            continue
        project = client.project(row.project_id)
        if project is None:  # its verdicts stay here, its tasks are made anew elsewhere
            say(
                f"project {row.project_id} {title!r} was deleted there: its verdicts stay here, its tasks are made anew"
            )
            continue
        if project.title != title:
            say(f"project {project.id} is called {project.title!r} there by now, {title!r} here: it is still the one")
        return project
    named = client.find_projects(title)
    ours = [project for project in named if config_digest(project.config) == digest]
    if named and not ours:
        raise ProjectForeign(client.url, named[0].id, title)
    return ours[0] if ours else None


def ready_project(
    store: "Store",
    client: "StudioClient",
    project: Project | None,
    *,
    title: str,
    config: str,
    languages: tuple[str, ...],
    description: str = "Made by claimcheck.",
    force: bool = False,
    say: Say = silent,
) -> Project:
    """The project with today's config, made where there is none, and remembered.

    Raises:
        ConfigEdited: people changed there what the page asks, and not ``force``.
        ConfigOrphans: answers would have no place in today's config, and not ``force``.
    """
    if project is not None:
        return apply_config(store, client, project, config, title=title, force=force, say=say)
    project = _make_once(client, title, config, description=description, instruction=_guide(languages))
    store.put_project(client.server, project.id, title, config_digest(config))
    return project


def _make_once(client: "StudioClient", title: str, config: str, **texts: str) -> Project:
    """A new project, or the one that somebody else made of it meanwhile, or that we made without hearing of it."""
    made: Project | None = None
    for left in reversed(range(_TRIES)):
        try:
            made = client.create_project(title, config, **texts)
        except (StudioNotThere, StudioRefused, StudioTimeout, StudioUnreachable) as error:
            if not left or (isinstance(error, StudioRefused) and (error.status or 500) < 429):
                raise
            time.sleep(client.pause)
        ours = [each for each in client.find_projects(title) if config_digest(each.config) == config_digest(config)]
        if ours:
            break
    else:
        raise AssertionError("the last try finds what it made, or raises")
    if made is not None and made.id != ours[0].id and not client.count_tasks(made.id):
        client.delete_project(made.id)  # two pushers at once: both take the oldest
    return ours[0]


# Label Studio shows instructions without a style sheet of their own and takes styles out: lines and dots must do
_SPACED = {"</p>": "</p><br>", "</table>": "</table><br>", "</ul>": "</ul><br>", "</ol>": "</ol><br>", "<li>": "<li>• "}


def _guide(languages: tuple[str, ...]) -> str:
    """The annotator guides, one below the other, as the HTML Label Studio shows behind its button for instructions."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    paths = [resources.annotations() / f"guide.{language}.md" for language in languages]
    texts = [path.read_text(encoding="utf-8") for path in paths if path.is_file()]
    html: str = markdown.render("\n\n---\n\n".join(texts))
    for plain, spaced in _SPACED.items():
        html = html.replace(plain, spaced)
    return html
