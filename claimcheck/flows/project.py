"""The Label Studio project a workspace's claims go to: found by what we remember, else by title and config."""

from typing import TYPE_CHECKING

from claimcheck import resources
from claimcheck.errors import ProjectForeign
from claimcheck.labelstudio import Project, config_digest

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["find_project", "ready_project"]


def find_project(store: "Store", client: "StudioClient", *, title: str, config: str) -> Project | None:
    """This workspace's project on the server: the one it used last under this title, else one of ours by title.

    Raises:
        ProjectForeign: there is one of this title, but its labeling config is not this scheme's.
    """
    digest = config_digest(config)
    for row in store.projects():
        if row.server != client.server or row.title != title:
            continue
        project = client.project(row.project_id)
        if project is None:
            continue  # deleted there: its verdicts stay here, its tasks are made anew elsewhere
        if config_digest(project.config) in {digest, row.config_digest}:
            return project
        raise ProjectForeign(client.url, project.id, title)
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
) -> Project:
    """The project with today's config, made where there is none, and remembered."""
    digest = config_digest(config)
    if project is None:
        project = client.create_project(title, config, description="Made by claimcheck.", instruction=_guide(languages))
    elif config_digest(project.config) != digest:
        client.set_config(project.id, config)  # ours, of an earlier scheme: the server refuses what does not fit
    store.put_project(client.server, project.id, title, digest)
    return project


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
