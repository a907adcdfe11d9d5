"""Ways to a Label Studio: both kinds of key, under a path, behind TLS and proxies; and what is said when they fail."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.errors import (
    CertificatesUnreadable,
    StudioCertificateUntrusted,
    StudioError,
    StudioKeyRefused,
    StudioLegacyKeyOff,
    StudioMoved,
    StudioRefused,
)
from claimcheck.flows.pull import pull_verdicts
from claimcheck.flows.push import push_claims
from claimcheck.flows.studio import connect
from claimcheck.labelstudio import Studio, StudioClient, sign_up
from claimcheck.settings import Settings
from tests.integration.desks import Desk
from tests.integration.middle import Middle, make_certificate, standing_between
from tests.integration.shared_desk import SharedDesk

pytestmark = [pytest.mark.studio]


def push(desk: Desk, client: StudioClient) -> Any:
    return push_claims(desk.store, client, desk.store.claims(), scheme=desk.scheme, title=desk.title)


@pytest.fixture(scope="module")
def owner(studio: Studio) -> Any:
    """A browser's session of the studio's owner, for what has no key of its own."""
    with httpx.Client(base_url=str(studio.url), trust_env=False, timeout=60) as session:
        session.get("/user/login/")
        form = {"email": studio.email, "password": studio.credentials.password}
        form["csrfmiddlewaretoken"] = session.cookies["csrftoken"]
        session.post("/user/login/", data=form, headers={"Referer": str(studio.url)})
        session.headers["X-CSRFToken"] = session.cookies["csrftoken"]
        session.headers["Referer"] = str(studio.url)
        yield session


@pytest.fixture(scope="module")
def access_token(owner: Any) -> str:
    """A personal access token of the owner."""
    for each in owner.get("/api/token/").json() or []:
        owner.post("/api/token/blacklist/", json={"refresh": each["token"]})
    made = owner.post("/api/token/")
    assert made.status_code == 201, made.text
    return str(made.json()["token"])


def test_a_personal_access_token_pushes_and_pulls_like_a_legacy_one(make_desk, access_token: str) -> None:
    desk = make_desk()
    client = StudioClient(desk.client.url, access_token, server=desk.client.server)

    report = push(desk, client)
    client._connection.api._client_wrapper._tokens_client._access_token = "a.b.c"  # as if the server's clock ran ahead
    again = push(desk, client)

    assert (report.created, again.unchanged) == (1, 1)
    assert pull_verdicts(desk.store, client, scheme=desk.scheme, title=desk.title).new == 0
    assert access_token not in repr(client)


def test_where_legacy_tokens_are_off_the_line_says_what_to_make(make_desk, owner: Any) -> None:
    desk = make_desk()
    off = {"api_tokens_enabled": True, "legacy_api_tokens_enabled": False}
    owner.post("/api/jwt/settings", json=off)
    try:
        with pytest.raises(StudioLegacyKeyOff) as caught:
            push(desk, desk.client)
    finally:
        owner.post("/api/jwt/settings", json={**off, "legacy_api_tokens_enabled": True})

    said = str(caught.value)
    assert "takes no legacy tokens (401): make a personal access token" in said
    assert isinstance(caught.value, StudioKeyRefused)
    assert desk.client._connection._key not in said
    assert push(desk, desk.client).created == 1


def test_a_studio_under_a_path_is_reached_with_both_kinds_of_key(make_desk, studio: Studio, access_token: str) -> None:
    desk = make_desk()
    with standing_between(Middle(str(studio.url), prefix="/tools/ls")) as middle:
        for key in (studio.credentials.token, access_token):
            client = StudioClient(middle.url + "/", key, server=desk.client.server)
            push(desk, client)
            assert client.project_url(5) == f"{middle.url}/projects/5/data"
        wrong = StudioClient(middle.url.removesuffix("/ls"), studio.credentials.token)
        with pytest.raises(StudioError, match="something that is not Label Studio's API"):
            wrong.whoami()

    assert len(desk.store.tasks()) == 1
    assert all(each.split()[1].startswith("/tools/ls/") for each in middle.seen if "whoami" not in each)


def test_a_certificate_of_our_own_authority_is_trusted_once_it_is_given(
    make_desk, studio, tmp_path, monkeypatch
) -> None:
    desk = make_desk()
    certificate = make_certificate(tmp_path)
    key = studio.credentials.token
    with standing_between(Middle(str(studio.url)), certificate=certificate) as middle:
        with pytest.raises(StudioCertificateUntrusted, match="--ca FILE") as caught:
            push(desk, StudioClient(middle.url, key))
        named = StudioClient(middle.url, key, server=desk.client.server, ca=certificate)
        report = push(desk, named)
        address = f"{uuid4().hex}@desk.invalid"
        password = sign_up(named, address)
        (tmp_path / "desk").mkdir()
        (tmp_path / "desk" / "ca.pem").write_text(certificate.read_text())
        environ = {"LABEL_STUDIO_URL": middle.url, "LABEL_STUDIO_API_KEY": key}
        settings = Settings(studio_ca="ca.pem")
        monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "none"))
        by_settings = connect(settings, environ=environ, folder=tmp_path / "desk").whoami()
        command = ["push", "--dry-run", "--ca", str(certificate), "--timeout", "50", "-w", str(desk.store.folder)]
        by_option = CliRunner().invoke(app, command, env=environ)
        without = CliRunner().invoke(app, [*command[:2], *command[6:]], env=environ)
        by_environment = connect(Settings(), environ={**environ, "LABEL_STUDIO_CA": str(certificate)}).whoami()

    assert "self-signed certificate" in str(caught.value)
    assert report.created == 1
    assert password
    assert address in desk.client.users().values()
    assert by_option.exit_code == 0
    assert isinstance(without.exception, StudioCertificateUntrusted)
    assert by_settings == by_environment == studio.email
    (tmp_path / "no.pem").write_text("no certificate")
    with pytest.raises(CertificatesUnreadable, match=r"no\.pem holds no certificate: wanted"):
        StudioClient("https://127.0.0.1:9", key, ca=tmp_path / "no.pem").whoami()
    with pytest.raises(CertificatesUnreadable, match=r"gone\.pem cannot be read"):
        StudioClient("https://127.0.0.1:9", key, ca=tmp_path / "gone.pem").whoami()


def test_assigning_and_adjudicating_trust_the_certificate_they_are_given(studio, tmp_path, monkeypatch) -> None:
    desk = SharedDesk(tmp_path / "desk", 1)
    certificate = make_certificate(tmp_path)
    with standing_between(Middle(str(studio.url)), certificate=certificate) as middle:
        monkeypatch.setenv("LABEL_STUDIO_URL", middle.url)
        monkeypatch.setenv("LABEL_STUDIO_API_KEY", studio.credentials.token)
        people = ["--annotators", f"{desk.email('ada')},{desk.email('ben')}"]
        without = desk.run("assign", *people, code=1)
        desk.run("assign", *people, "--ca", str(certificate), "--timeout", "60")
        decider = ["--by", desk.email("eve")]
        also_without = desk.run("adjudicate", *decider, code=1)
        decided = desk.run("adjudicate", *decider, "--ca", str(certificate), "--timeout", "60")

    for each in (without, also_without):
        assert isinstance(each.exception, StudioCertificateUntrusted)
    assert {name: row["assigned"] for name, row in desk.progress().items()} == {"ada": 1, "ben": 1}
    assert "0 claims to decide" in decided.stderr


def test_a_certificate_for_another_name_is_not_trusted(studio: Studio, tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path, name="DNS:elsewhere.example")
    with (
        standing_between(Middle(str(studio.url)), certificate=certificate) as middle,
        pytest.raises(StudioCertificateUntrusted, match="not valid for"),
    ):
        StudioClient(middle.url, studio.credentials.token, ca=certificate).whoami()


def test_the_proxy_of_the_environment_is_used_for_the_net_and_never_for_this_machine(studio, monkeypatch) -> None:
    with standing_between(Middle(str(studio.url))) as middle:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, middle.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        outside = StudioClient("http://studio.example", studio.credentials.token)
        through = outside.whoami()
        asked = list(middle.seen)
        inside = StudioClient(str(studio.url), studio.credentials.token).whoami()

    assert through == inside == studio.email
    assert asked == ["GET http://studio.example/api/current-user/whoami"]
    assert middle.seen == asked


def test_an_address_that_sends_on_is_named_with_where_to(studio: Studio) -> None:
    middle = Middle(str(studio.url))
    there = {"Location": "https://studio.example/api/current-user/whoami?key=abc"}
    middle.send = lambda *_: (301, there, b"")  # type: ignore[method-assign]
    with standing_between(middle), pytest.raises(StudioMoved) as caught:
        StudioClient(middle.url, studio.credentials.token).whoami()

    assert str(caught.value) == (
        f"{middle.url} sends on to https://studio.example: if your Label Studio is there, set its address to that"
    )


@pytest.mark.parametrize("fault", ["429", "500", "502", "html", "cut", "drop before", "drop after"])
def test_a_question_is_asked_again_until_it_gets_through(studio: Studio, fault: str) -> None:
    middle = Middle(str(studio.url))
    with standing_between(middle):
        client = StudioClient(middle.url, studio.credentials.token, pause=0.01)
        client.whoami()
        left = iter([fault, fault, None])
        middle.fault = lambda: next(left)  # type: ignore[method-assign]

        assert client.whoami() == studio.email


def test_an_error_of_the_server_carries_status_and_detail_and_nothing_that_was_sent(make_desk) -> None:
    desk = make_desk()
    desk.push()
    (project,) = desk.store.projects()
    secret = {"data": {"claim": "a very private sentence"}, "predictions": [], "meta": {}}

    with pytest.raises(StudioRefused) as caught:
        desk.client.import_tasks(project.project_id, [secret])

    assert caught.value.status == 400
    for word in ("private", "sessionid", "Token", desk.client._connection._key):
        assert word not in str(caught.value) + repr(caught.value)


def test_the_timeout_of_the_settings_holds(make_desk: Callable[..., Desk], monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))
    environ = {"LABEL_STUDIO_URL": "http://127.0.0.1:9", "LABEL_STUDIO_API_KEY": "k"}

    assert connect(Settings(studio_timeout=7.5), environ=environ).timeout == 7.5
    assert connect(Settings(studio_timeout=7.5), environ=environ, timeout=2).timeout == 2
    assert connect(Settings(), environ=environ).timeout == 60
