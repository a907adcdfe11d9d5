"""Verdict datasets to download."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from claimcheck.serve.api.asked import Flag, Samples, Seed, ShortText
from claimcheck.serve.api.calling import pool_of

__all__ = ["FormName", "router"]

router = APIRouter(tags=["exports"])

FormName = Literal[
    "parquet", "jsonl", "csv", "hf", "croissant", "fever", "averitec", "checkthat", "claimreview",
    "claimreview-single", "web-annotation", "label-studio",
]  # fmt: skip
_MEDIA = {"jsonl": "application/x-ndjson", "csv": "text/csv", "zip": "application/zip"}
_FILE = {
    200: {
        "description": "The file, or an archive of several",
        "content": {
            name: {"schema": {"type": "string", "format": "binary"}}
            for name in ("application/octet-stream", "application/x-ndjson", "text/csv", "application/zip")
        },
    }
}


@router.get("/exports/{form}", summary="The verdict dataset", response_class=FileResponse, responses=_FILE)  # type: ignore[arg-type]
async def export(
    request: Request,
    form: FormName,
    samples: Samples = False,
    names: Annotated[Flag, Query(description="Annotators' names instead of pseudonyms.")] = False,
    context: Annotated[Flag, Query(description="Other people's texts too; without, places and digests stay.")] = True,
    redact: Annotated[Flag, Query(description="Without addresses and telephone numbers in justifications.")] = False,
    split: Annotated[
        str | None,
        Query(
            pattern=r"^[1-9]\d?/[1-9]\d?(/[1-9]\d?)?$",
            description="Sides that do not leak, such as 80/10/10.",
            examples=["80/10/10"],
        ),
    ] = None,
    seed: Annotated[Seed, Query(description="What the split is drawn with.")] = 0,
    temporal: Annotated[Flag, Query(description="Split in time: train strictly before test.")] = False,
    licence: Annotated[ShortText | None, Query(description="The dataset's licence, for its card.")] = None,
    bundle: Annotated[Flag, Query(description="An archive with the manifest beside the dataset.")] = False,
) -> FileResponse:
    """What `claimcheck export` writes; forms that are folders, and `bundle`, come as one archive."""
    folder = Path(tempfile.mkdtemp(prefix="claimcheck-export-"))
    try:
        asked: dict[str, Any] = {
            "samples": samples,
            "names": names,
            "context": context,
            "redact": redact,
            "licence": licence,
        }
        asked |= {"split": split, "seed": seed, "temporal": temporal}
        asked |= {"form": form, "out": str(folder), "bundle": bundle}
        told = await pool_of(request).run("export", asked, heavy=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    done = json.loads(told)
    path = Path(done["path"])
    ending = "zip" if path.suffix == ".zip" else form
    headers = {"X-Claimcheck-Rows": str(done["rows"]), "X-Claimcheck-Digest": f"sha256:{done['digest']}"}
    return FileResponse(
        path,
        media_type=_MEDIA.get(ending, "application/octet-stream"),
        filename=f"verdicts.{ending}",
        headers=headers,
        background=BackgroundTask(shutil.rmtree, folder, ignore_errors=True),
    )
