"""Label Studio: claims out as tasks, annotations back as verdicts, and a studio of the desk's own.

``config``, ``tasks`` and ``verdicts`` are pure; ``client`` talks (and alone imports the SDK, late); ``environment``
and ``server`` keep a local studio.
"""

from claimcheck.labelstudio.client import Project, RemoteTask, StudioClient, clean_url
from claimcheck.labelstudio.config import MARKER, config_digest, labeling_config
from claimcheck.labelstudio.environment import environment_home, install_studio, is_installed
from claimcheck.labelstudio.home import Credentials, studio_home
from claimcheck.labelstudio.server import Studio, find_studio, start_studio, stop_studio
from claimcheck.labelstudio.tasks import (
    MAX_PAST_CHECKS,
    claim_prediction,
    import_task,
    shown_checks,
    shown_in,
    task_data,
    task_digest,
)
from claimcheck.labelstudio.verdicts import SAMPLE_DOMAIN, annotation_results, is_sample_annotator, verdict_from
from claimcheck.labelstudio.wording import LANGUAGES

__all__ = [
    "LANGUAGES",
    "MARKER",
    "MAX_PAST_CHECKS",
    "SAMPLE_DOMAIN",
    "Credentials",
    "Project",
    "RemoteTask",
    "Studio",
    "StudioClient",
    "annotation_results",
    "claim_prediction",
    "clean_url",
    "config_digest",
    "environment_home",
    "find_studio",
    "import_task",
    "install_studio",
    "is_installed",
    "is_sample_annotator",
    "labeling_config",
    "shown_checks",
    "shown_in",
    "start_studio",
    "stop_studio",
    "studio_home",
    "task_data",
    "task_digest",
    "verdict_from",
]
