"""Where shipped files are: in a wheel under ``claimcheck/_shipped``, in a checkout beside the package."""

from pathlib import Path

from claimcheck.errors import ResourceMissing

__all__ = ["annotations", "encoder_folder", "seeds"]

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    for folder in (_PACKAGE / "_shipped" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise ResourceMissing(name)


def annotations() -> Path:
    """The folder with the verdict scheme, the annotator guide and the studio's pins."""
    return _shipped("annotations")


def seeds() -> Path:
    """The folder with the sample articles and starter past checks."""
    return _shipped("seeds")


def encoder_folder() -> Path:
    """The bundled encoder, a sentence-transformers folder."""
    folder = _PACKAGE / "embed" / "bundled"
    if not folder.is_dir():
        raise ResourceMissing("embed/bundled")
    return folder
