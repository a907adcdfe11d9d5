"""A studio's PostgreSQL: its address and password, and cells that mean the same on both sides of a move."""

import io
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from claimcheck.errors import StudioFilesDamaged
from claimcheck.errors.databases import PostgresPasswordShown, PostgresUrlInvalid
from claimcheck.labelstudio.inside.values import Digest, parsed, plain, to_postgres, to_sqlite
from claimcheck.labelstudio.postgres import Postgres, given_postgres, keep_postgres, parse_postgres, read_postgres
from tests.unit.conftest import Claimcheck

MOMENT = datetime(2026, 11, 27, 9, tzinfo=UTC)
LATER = MOMENT.replace(microsecond=50)


def test_an_address_gives_label_studios_settings_and_libpqs() -> None:
    found = parse_postgres("postgresql://de%40sk:p%2Fw@[::1]:5433/la%20bels?sslmode=verify-full&sslrootcert=/ca.pem")
    assert found == Postgres(
        "::1", 5433, "de@sk", "la bels", "p/w", (("sslmode", "verify-full"), ("sslrootcert", "/ca.pem"))
    )
    assert found.for_studio() == {
        "DJANGO_DB": "default",
        "POSTGRE_HOST": "::1",
        "POSTGRE_PORT": "5433",
        "POSTGRE_USER": "de@sk",
        "POSTGRE_PASSWORD": "p/w",
        "POSTGRE_NAME": "la bels",
        "PGSSLMODE": "verify-full",
        "PGSSLROOTCERT": "/ca.pem",
    }
    assert found.for_libpq()["PGPASSWORD"] == "p/w"
    assert str(found) == "postgresql://de%40sk@[::1]:5433/la%20bels"


def test_no_way_to_print_it_shows_the_password() -> None:
    found = parse_postgres("postgres://desk@h/labels", password="geheim")
    assert found.password == "geheim"
    assert not any("geheim" in text for text in (str(found), repr(found), f"{found!r}", repr([found])))


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://desk@h/labels", "it does not begin with postgresql://"),
        ("postgresql://h/labels", "it names no user"),
        ("postgresql://desk@/labels", "it names no host"),
        ("postgresql://desk@h/", "it names no database"),
        ("postgresql://desk@h:no/labels", "its port or host cannot be read"),
        ("postgresql://desk@h:99999/labels", "its port or host cannot be read"),
        ("postgresql://desk@h/labels?sslmode=sure", "sslmode is 'sure'"),
        ("postgresql://desk@h/labels?ssl=1", "it has an option 'ssl'; known: connect_timeout, sslmode, sslrootcert"),
        ("", "it does not begin with postgresql://"),
    ],
)
def test_what_is_no_address_is_one_line_that_does_not_repeat_it(url: str, says: str) -> None:
    with pytest.raises(PostgresUrlInvalid) as caught:
        parse_postgres(url.replace("desk@", "desk:geheim@"))
    assert says in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_a_password_comes_by_the_environment_or_standard_input_and_never_by_the_command_line() -> None:
    environ = {"PGPASSWORD": "from the environment"}
    with pytest.raises(PostgresPasswordShown) as caught:
        given_postgres("postgresql://desk:geheim@h/labels", environ=environ)
    assert "geheim" not in str(caught.value)
    assert given_postgres("postgresql://desk@h/labels", environ=environ).password == "from the environment"
    said = io.BytesIO(b"postgresql://desk:said@h/labels\n")
    assert given_postgres("-", stdin=said, environ=environ).password == "said"
    bare = io.BytesIO(b"postgresql://desk@h/labels\n")
    assert given_postgres("-", stdin=bare, environ=environ).password == "from the environment"
    with pytest.raises(PostgresUrlInvalid):
        given_postgres("-", stdin=io.BytesIO(b""), environ=environ)


def test_it_is_kept_where_only_its_owner_can_read_and_comes_back_whole(tmp_path: Path) -> None:
    assert read_postgres(tmp_path) is None
    found = parse_postgres("postgresql://desk:geheim@h:5/labels?sslmode=require")
    keep_postgres(tmp_path, found)
    assert stat.S_IMODE((tmp_path / "database.json").stat().st_mode) == 0o600
    assert read_postgres(tmp_path) == found
    (tmp_path / "database.json").write_text('{"host": "h"}')
    with pytest.raises(StudioFilesDamaged, match="is not the address of a database"):
        read_postgres(tmp_path)


@pytest.mark.parametrize(
    ("kind", "sqlite", "postgres", "stored"),
    [
        ("bool", 1, True, True),
        ("timestamptz", "2026-11-27 09:00:00.00005", LATER, "2026-11-27T09:00:00.000050+00:00"),
        ("timestamptz", "2026-11-27 09:00:00", MOMENT, "2026-11-27T09:00:00+00:00"),
        ("uuid", "0" * 31 + "a", UUID(int=10), "00000000-0000-0000-0000-00000000000a"),
        ("jsonb", '{"b": [1e2, "ä"], "a": 1.50}', {"a": 1.5, "b": [100, "ä"]}, '{"b": [1e2, "ä"], "a": 1.50}'),
        ("jsonb", "1e300", 10**300, "1e300"),
        ("float8", 0.1, 0.1, 0.1),
        ("int8", 2**62, 2**62, 2**62),
        ("varchar", "\x1f“x”", "\x1f“x”", "\x1f“x”"),
        ("text", None, None, None),
    ],
)  # fmt: skip
def test_a_cell_means_the_same_on_both_sides(kind: str, sqlite: Any, postgres: Any, stored: Any) -> None:
    assert plain(sqlite, kind) == plain(postgres, kind)
    assert to_postgres(sqlite, kind) == stored
    assert plain(to_sqlite(postgres, kind), kind) == plain(sqlite, kind)


def test_moments_go_back_as_django_writes_them() -> None:
    assert to_sqlite(datetime(2026, 11, 27, 9, tzinfo=UTC), "timestamptz") == "2026-11-27 09:00:00"
    assert to_sqlite(datetime(2026, 11, 27, 9, 0, 0, 20, UTC), "timestamptz") == "2026-11-27 09:00:00.000020"


def test_a_digest_knows_rows_not_their_order_and_sees_every_change() -> None:
    def digest(*rows: tuple[Any, ...]) -> str:
        found = Digest()
        for row in rows:
            found.add(parsed(row, ("int4", "text")))
        return str(found)

    assert digest((1, "a"), (2, "b")) == digest((2, "b"), (1, "a"))
    assert (
        len(
            {
                digest((1, "a")),
                digest((1, "b")),
                digest((1, None)),
                digest((1, "")),
                digest(),
                digest((1, "a"), (1, "a")),
            }
        )
        == 6
    )


def test_the_command_line_refuses_a_password_before_anything_is_installed(claimcheck: Claimcheck) -> None:
    for arguments in (("up", "--postgres"), ("move", "--to-postgres")):
        run = claimcheck("studio", *arguments, "postgresql://desk:geheim@127.0.0.1/labels")
        assert run.code == 1
        assert "set PGPASSWORD, or give - and the whole address on standard input" in run.said
        assert "geheim" not in run.said + run.out
    assert "psycopg" not in sys.modules
