"""The workspace's tables, as numbered migrations; a migration that was released never changes again.

``record`` columns hold the whole record as JSON (``packing.py``); the other columns are what is queried.
"""

from dataclasses import dataclass

__all__ = ["APPLICATION_ID", "MIGRATIONS", "Migration"]

APPLICATION_ID = 0x636C6D63  # "clmc" in SQLite's header: how a workspace is told from any other database


@dataclass(frozen=True, slots=True)
class Migration:
    """The SQL that brings a workspace from ``version - 1`` to ``version``."""

    version: int
    sql: str


_FIRST = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO meta (name, value) VALUES ('pseudonym_key', lower(hex(randomblob(32)))), ('id', lower(hex(randomblob(8))));

CREATE TABLE article (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    added_at TEXT NOT NULL,
    text BLOB NOT NULL,  -- UTF-8; lone surrogates kept
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    record ANY NOT NULL
) STRICT;

-- current and machine are numbers of claim_version: the one that counts, and what the splitter said last.
CREATE TABLE claim (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES article (id),
    current INTEGER NOT NULL,
    machine INTEGER NOT NULL,
    checkable INTEGER NOT NULL CHECK (checkable IN (0, 1)),  -- of the current version, like score and start
    score REAL NOT NULL,
    start INTEGER NOT NULL,
    dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
    superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
    successor_id TEXT REFERENCES claim (id) ON DELETE SET NULL,
    status TEXT NOT NULL GENERATED ALWAYS AS
        (CASE WHEN superseded THEN 'superseded' WHEN dropped THEN 'dropped' ELSE 'active' END) VIRTUAL
) STRICT;
CREATE INDEX claim_by_article ON claim (article_id);
CREATE INDEX claim_by_successor ON claim (successor_id);

CREATE TABLE claim_version (
    claim_id TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    author TEXT,  -- NULL: the splitter
    at TEXT NOT NULL,
    record ANY NOT NULL,
    PRIMARY KEY (claim_id, version)
) STRICT;

CREATE TABLE claim_event (
    place INTEGER PRIMARY KEY,
    claim_id TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    author TEXT,  -- NULL: a split
    what TEXT NOT NULL,
    reason TEXT
) STRICT;
CREATE INDEX claim_event_by_claim ON claim_event (claim_id);

CREATE TABLE review (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    publisher ANY NOT NULL,
    language ANY NOT NULL,
    rating TEXT,
    ours INTEGER NOT NULL CHECK (ours IN (0, 1)),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    first_seen TEXT NOT NULL,
    updated TEXT NOT NULL,
    record ANY NOT NULL
) STRICT;
CREATE INDEX review_by_kind ON review (publisher, language, rating, ours, sample);

-- Former states of reviews, also of removed ones: no foreign key.
CREATE TABLE review_version (
    place INTEGER PRIMARY KEY,
    review_id TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    record ANY NOT NULL
) STRICT;
CREATE INDEX review_version_by_review ON review_version (review_id);

CREATE TABLE match (
    claim_id TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    review_id TEXT REFERENCES review (id) ON DELETE CASCADE,  -- NULL: an abstention
    query ANY NOT NULL,
    record ANY NOT NULL,
    PRIMARY KEY (claim_id, rank)
) STRICT;
CREATE INDEX match_by_review ON match (review_id);

CREATE TABLE project (
    server TEXT NOT NULL,
    project_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    config_digest TEXT NOT NULL,
    used INTEGER NOT NULL,  -- counts up: the last one used has the highest
    cursor TEXT,
    PRIMARY KEY (server, project_id)
) STRICT;

CREATE TABLE task (
    server TEXT NOT NULL,
    project_id INTEGER NOT NULL,
    claim_id TEXT NOT NULL REFERENCES claim (id),
    task_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    pushed_at TEXT NOT NULL,
    PRIMARY KEY (server, project_id, claim_id)
) STRICT;
CREATE INDEX task_by_claim ON task (claim_id);

-- What a task showed stays known when the review goes: no foreign key to review.
CREATE TABLE shown (
    server TEXT NOT NULL,
    project_id INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    review_id TEXT NOT NULL,
    rank INTEGER NOT NULL,
    similarity REAL NOT NULL,
    score REAL,
    relation TEXT,
    PRIMARY KEY (server, project_id, claim_id, place),
    FOREIGN KEY (server, project_id, claim_id) REFERENCES task (server, project_id, claim_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
    server TEXT NOT NULL,
    annotation_id INTEGER NOT NULL,
    project_id INTEGER NOT NULL,
    claim_id TEXT NOT NULL REFERENCES claim (id),
    label TEXT,  -- NULL: skipped
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
    version INTEGER NOT NULL,
    PRIMARY KEY (server, annotation_id)
) STRICT;
CREATE INDEX verdict_by_claim ON verdict (claim_id);

CREATE TABLE verdict_version (
    server TEXT NOT NULL,
    annotation_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    record ANY NOT NULL,
    raw ANY,
    PRIMARY KEY (server, annotation_id, version),
    FOREIGN KEY (server, annotation_id) REFERENCES verdict (server, annotation_id)
) STRICT;

CREATE TABLE consensus (
    claim_id TEXT PRIMARY KEY REFERENCES claim (id),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    record ANY NOT NULL
) STRICT;

CREATE TABLE vector (
    fingerprint TEXT NOT NULL,
    digest TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (fingerprint, digest)
) STRICT;
"""

_SECOND = """
-- What is counted and chosen by: the day a check was published, and the publisher's own rating word.
ALTER TABLE review ADD COLUMN published TEXT;
ALTER TABLE review ADD COLUMN word ANY;
UPDATE review SET published = json_extract(record, '$.date_published'), word = json_extract(record, '$.alternate_name')
    WHERE typeof(record) = 'text';

-- Past checks of the same claim: those of one cluster. Found anew by a command, kept until the next.
CREATE TABLE near_duplicate (
    review_id TEXT PRIMARY KEY REFERENCES review (id) ON DELETE CASCADE,
    cluster TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX near_duplicate_by_cluster ON near_duplicate (cluster);
"""

_THIRD = """
-- Which past checks came, changed or went, in the order it happened: what the indexes have to catch up with. The first
-- row is nobody's, so that there is a stamp before the first change. Kept by the database itself, whoever writes.
CREATE TABLE review_change (
    stamp INTEGER PRIMARY KEY AUTOINCREMENT,
    review_id TEXT NOT NULL
) STRICT;
INSERT INTO review_change (review_id) VALUES ('');
CREATE TRIGGER review_came AFTER INSERT ON review BEGIN
    INSERT INTO review_change (review_id) VALUES (new.id);
END;
CREATE TRIGGER review_changed AFTER UPDATE OF record ON review BEGIN
    INSERT INTO review_change (review_id) VALUES (new.id);
END;
CREATE TRIGGER review_went AFTER DELETE ON review BEGIN
    INSERT INTO review_change (review_id) VALUES (old.id);
END;
"""

_ASSIGNMENTS = """
-- What a project of ours is for, where it is not the desk's own one that `push` fills.
CREATE TABLE project_role (
    server TEXT NOT NULL,
    project_id INTEGER NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('assignment', 'adjudication')),
    annotator TEXT,  -- whose tasks these are
    studio TEXT NOT NULL,  -- the name its server goes by among the local ones
    PRIMARY KEY (server, project_id)
) STRICT;

-- Who is to judge what, in which order; a row stays when its claim was handed on.
CREATE TABLE assignment (
    claim_id TEXT NOT NULL REFERENCES claim (id),
    annotator TEXT NOT NULL,
    place INTEGER NOT NULL,
    arm TEXT CHECK (arm IN ('shown', 'control')),
    at TEXT NOT NULL,
    moved_to TEXT,
    PRIMARY KEY (claim_id, annotator)
) STRICT;
CREATE INDEX assignment_by_annotator ON assignment (annotator, place);

-- Which answers a task of an adjudication put side by side.
CREATE TABLE question (
    server TEXT NOT NULL,
    project_id INTEGER NOT NULL,
    claim_id TEXT NOT NULL REFERENCES claim (id),
    answers TEXT NOT NULL,  -- the digest of the answers
    PRIMARY KEY (server, project_id, claim_id)
) STRICT;

-- Each state a task was in and the past checks it then showed: an annotation names the state its page had.
CREATE TABLE task_state (
    server TEXT NOT NULL,
    project_id INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    shown ANY NOT NULL,
    PRIMARY KEY (server, project_id, claim_id, digest)
) STRICT;
INSERT INTO task_state (server, project_id, claim_id, digest, at, shown)
    SELECT server, project_id, claim_id, digest, pushed_at, (
        SELECT json_group_array(json_object('review_id', review_id, 'rank', rank, 'similarity', similarity,
                'score', score, 'relation', relation))
        FROM (SELECT * FROM shown WHERE shown.server = task.server AND shown.project_id = task.project_id
                AND shown.claim_id = task.claim_id ORDER BY place)
    ) FROM task;
"""

_SERVERS = """
-- Which release each Label Studio had when it was last used.
CREATE TABLE server (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    seen TEXT NOT NULL
) STRICT;

-- Tasks seen in a project of ours whose claims are not here: their answers are asked for once the claims come.
CREATE TABLE foreign_task (
    server TEXT NOT NULL,
    project_id INTEGER NOT NULL,
    task_id INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    PRIMARY KEY (server, project_id, task_id)
) STRICT;
CREATE INDEX foreign_task_by_claim ON foreign_task (claim_id);
"""

MIGRATIONS = (
    Migration(1, _FIRST),
    Migration(2, _SECOND),
    Migration(3, _THIRD),
    Migration(4, _ASSIGNMENTS),
    Migration(5, _SERVERS),
)
