"""What is wrong with an index on disk: every file is read, and the whole held against what it should hold."""

from collections.abc import Iterator
from pathlib import Path

from claimcheck.index.cache import holds
from claimcheck.index.generation import open_generation
from claimcheck.index.holding import hold
from claimcheck.index.manifest import MANIFEST, Manifest, Wanted

__all__ = ["examine_index", "index_state"]


def examine_index(folder: Path, wanted: Wanted) -> Iterator[str]:
    """What is wrong with the index in ``folder``, in words for a person; nothing where there is none yet."""
    try:
        manifest = Manifest.read(folder / MANIFEST)
    except FileNotFoundError:
        return
    except OSError as error:
        yield f"its manifest cannot be read ({error.strerror})"
        return
    except ValueError as error:
        yield str(error)
        return
    if why := manifest.unfit(wanted):
        yield why
        return
    generation = folder / manifest.generation
    held = hold(generation)
    if held is None:
        yield f"{manifest.generation} is missing"
        return
    try:
        if why := manifest.damage(generation, all_of_it=True):
            yield why
            return
        made = open_generation(generation, manifest)
        if len(made.documents) != manifest.count or len(made.postings) != manifest.count:
            yield f"it holds {len(made.documents)} past checks and {len(made.postings)} postings, not {manifest.count}"
        if not holds(made, manifest.reviews):
            yield "what it holds is not what its manifest says"
    except Exception as error:  # tantivy raises its own kinds
        yield f"it cannot be read ({type(error).__name__})"
    finally:
        held.close()


def index_state(folder: Path, wanted: Wanted) -> str:
    """How an index that nothing is wrong with stands to the past checks, in words for a person."""
    try:
        manifest = Manifest.read(folder / MANIFEST)
    except FileNotFoundError:
        return "none yet: the first lookup makes it"
    size = sum(each.size for each in manifest.files.values()) >> 20
    state = "behind the past checks: the next lookup brings it up to date" if manifest.stale(wanted) else "whole"
    parts, made = len(manifest.segments), len(list(folder.glob("generation-*")))
    held = f", {made} generations on disk" if made > 1 else ""
    return f"{state}, {manifest.count:,} past checks in {parts} segment{'s' * (parts != 1)}, {size:,} MiB{held}"
