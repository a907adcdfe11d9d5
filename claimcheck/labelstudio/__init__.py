"""Label Studio: claims out as tasks, annotations back as verdicts, and a studio of the desk's own.

``config``, ``tasks`` and ``verdicts`` are pure; ``client`` talks (and alone imports the SDK, late); ``environment``
and ``server`` keep a local studio.
"""

from claimcheck.labelstudio.answers import answer_fields, answers_digest, in_blind_order, pseudonym
from claimcheck.labelstudio.checks import MAX_TASK_SIZE, TaskCheck, task_weight
from claimcheck.labelstudio.client import Project, RemoteTask, StudioClient, clean_url
from claimcheck.labelstudio.config import MARKER, config_digest, labeling_config
from claimcheck.labelstudio.controls import (
    Control,
    Orphan,
    config_differences,
    count_orphans,
    read_controls,
    read_fields,
)
from claimcheck.labelstudio.environment import environment_home, install_studio, is_installed
from claimcheck.labelstudio.failures import is_passing
from claimcheck.labelstudio.home import Credentials, studio_home
from claimcheck.labelstudio.people import invite_link, sign_up
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
from claimcheck.labelstudio.verdicts import (
    SAMPLE_DOMAIN,
    annotation_results,
    is_sample_annotator,
    page_state,
    verdict_from,
)
from claimcheck.labelstudio.webhooks import ACTIONS, SECRET_HEADER, WORKSPACE_HEADER, Inbox, Receiver
from claimcheck.labelstudio.wording import LANGUAGES

__all__ = [
    "ACTIONS",
    "LANGUAGES",
    "MARKER",
    "MAX_PAST_CHECKS",
    "MAX_TASK_SIZE",
    "SAMPLE_DOMAIN",
    "SECRET_HEADER",
    "WORKSPACE_HEADER",
    "Control",
    "Credentials",
    "Inbox",
    "Orphan",
    "Project",
    "Receiver",
    "RemoteTask",
    "Studio",
    "StudioClient",
    "TaskCheck",
    "annotation_results",
    "answer_fields",
    "answers_digest",
    "claim_prediction",
    "clean_url",
    "config_differences",
    "config_digest",
    "count_orphans",
    "environment_home",
    "find_studio",
    "import_task",
    "in_blind_order",
    "install_studio",
    "invite_link",
    "is_installed",
    "is_passing",
    "is_sample_annotator",
    "labeling_config",
    "page_state",
    "pseudonym",
    "read_controls",
    "read_fields",
    "shown_checks",
    "shown_in",
    "sign_up",
    "start_studio",
    "stop_studio",
    "studio_home",
    "task_data",
    "task_digest",
    "task_weight",
    "verdict_from",
]
