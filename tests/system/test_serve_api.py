"""The API of a server that runs, against what the commands print for the same workspace."""

import doctest
import http.client
import io
import json
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import time
import zipfile
from pathlib import Path

import httpx
import pytest

from claimcheck import resources
from claimcheck.cli.exports import DatasetFormat
from claimcheck.serve.api.exports import FormName
from claimcheck.store import Store
from tests.made_desk import fill_desk
from tests.served import CLAIMCHECK, serving

ARTICLES = [resources.seeds() / "article.en.md", resources.seeds() / "article.de.md"]


@pytest.fixture
def command(claimcheck):
    """What a command prints as JSON lines, and what it says."""

    def run(*arguments, stdin=b""):
        done = claimcheck(*arguments, stdin=stdin)
        return done.records, done.said

    return run


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("serve") / "desk"
    with Store.open(folder, create=True, write=True) as store:
        fill_desk(store, 6)
    for arguments in (["reviews", "import", resources.seeds() / "reviews.jsonl"], ["settle"]):
        subprocess.run([CLAIMCHECK, *map(str, arguments), "-w", str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def api(desk):
    with (
        serving(desk) as served,
        httpx.Client(base_url=served.url, timeout=60) as client,
    ):
        yield client


@pytest.fixture
def own(desk, tmp_path):
    """A copy of the workspace for a command that writes."""
    shutil.copytree(desk, tmp_path / "own", ignore=shutil.ignore_patterns("index", "*.lock"))
    return tmp_path / "own"


QUERIES = ["Harwick lost 4 buses.", "Die Stadt Harwick verlor vier Busse.", "Nobody ever said anything like this."]


@pytest.mark.parametrize(
    ("body", "options"),
    [
        ({}, []),
        ({"k": 2, "explain": True}, ["-k", "2", "--explain"]),
        ({"min_score": 0.0, "said_on": "2024-05-01"}, ["--min-score", "0", "--date", "2024-05-01"]),
        ({"rating": "FALSE", "min_score": 0.0}, ["--rating", "FALSE", "--min-score", "0"]),
        ({"language": "de", "min_score": 0.0}, ["--language", "de", "--min-score", "0"]),
        ({"since": "2020-01-01", "until": "2025-12-31"}, ["--since", "2020-01-01", "--until", "2025-12-31"]),
    ],
)
def test_lookup_finds_what_the_command_finds(api, desk, body, options, command):
    answer = api.post("/v1/lookup", json={"queries": QUERIES, **body})
    assert answer.status_code == 200, answer.text
    results = answer.json()["results"]
    assert [each["query"] for each in results] == QUERIES
    printed, _ = command("lookup", *QUERIES, "-w", desk, *options, "--format", "jsonl")
    assert [match for each in results for match in each["matches"]] == printed
    for query, result in zip(QUERIES, results, strict=True):
        assert api.get("/v1/lookup", params={"q": query, **body}).json()["results"] == [result]


def test_something_was_found_and_something_was_not(api):
    first, _, last = api.post("/v1/lookup", json={"queries": QUERIES}).json()["results"]
    assert first["matches"][0]["review"]["claim_reviewed"] == "Harwick lost 4 buses."
    assert [match["review"] for match in last["matches"]] == [None]


@pytest.mark.parametrize("path", ARTICLES, ids=["en", "de"])
@pytest.mark.parametrize(("body", "options"), [({}, []), ({"all": True, "sentence": True}, ["--all", "--sentence"])])
def test_split_gives_the_claims_that_the_command_prints(api, own, path, body, options, command):
    answer = api.post("/v1/split", json={"text": path.read_text(encoding="utf-8"), "dry_run": True, **body}).json()
    printed, _ = command("split", "-", "-w", own, *options, "--format", "jsonl", stdin=path.read_bytes())
    assert answer["claims"] + answer["asides"] == printed
    assert bool(answer["asides"]) is bool(options)
    assert len(answer["claims"]) == (answer["total"] if options else answer["offered"]) > 0
    assert answer["changes"] is None


def test_a_text_is_html_where_it_looks_like_it_and_else_plain_with_every_sign_as_it_stands(api):
    said = "Harwick lost 4 buses in 2021, the council said, and nobody has found one of them again since that day."
    plain = f"# Rain *in* Harwick\n\n{said}\n"
    page = f"<!doctype html><html><body><h1>Rain in Harwick</h1><p>{said}</p><p>{said}</p></body></html>"
    texts = api.get("/openapi.json").json()["components"]["schemas"]["SplitText"]["properties"]["text"]
    titles = [
        api.post("/v1/split", json={"text": text, "dry_run": True}).json()["article"]["title"] for text in (plain, page)
    ]
    assert titles == ["# Rain *in* Harwick", "Rain in Harwick"]
    assert texts["description"] == "The article, in the form `media_type` says."


@pytest.mark.parametrize("path", ["/v1/split", "/v1/check"])
def test_a_text_is_read_as_the_media_type_it_is_said_to_have(api, desk, path, command):
    source = ARTICLES[1]
    text, about = source.read_text(encoding="utf-8"), {"published": "2023-04-11"}
    assert "\n# Minsk verlangt" in text
    answer = api.post(path, json={"text": text, "media_type": "text/markdown", **about}).json()
    printed, _ = command("split", source, "-w", desk, "--published", "2023-04-11", "--dry-run", "--format", "jsonl")
    assert answer["article"]["title"] == "Minsk verlangt Schutzzusagen von Moskau"
    assert printed
    assert [each["text"] for each in answer["claims"]] == [each["text"] for each in printed]
    assert not any(each["text"].startswith("#") for each in answer["claims"])


@pytest.mark.parametrize(
    "said", ["TEXT/Markdown", "text/markdown; charset=windows-1252", " text/markdown ", "text/x-markdown"]
)
def test_a_media_type_is_known_in_any_case_and_with_parameters(api, said):
    body = {"text": "# Rain *in* Harwick\n\nHarwick lost 4 buses in 2021.\n", "media_type": said, "dry_run": True}
    assert api.post("/v1/split", json=body).json()["article"]["title"] == "Rain in Harwick"


@pytest.mark.parametrize("said", ["application/pdf", "markdown", "text/", "\x00", "x" * 150])
def test_an_unknown_media_type_is_refused_with_the_known_ones(api, said):
    body = json.dumps({"text": "Harwick lost 4 buses in 2021.", "media_type": said, "dry_run": True})
    answer = api.post("/v1/split", content=body, headers={"Content-Type": "application/json"})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "RequestImpossible")
    assert problem["detail"].endswith(
        " is no media type of an article: give text/plain, text/markdown, text/html or application/xhtml+xml"
    )
    assert "\n" not in problem["detail"]


@pytest.mark.parametrize("text", ["  \n", "<html><body></body></html>", "word\n" * 20_001])
def test_a_text_that_is_no_article_is_not_called_standard_input(api, text):
    problem = api.post("/v1/split", json={"text": text, "dry_run": True}).json()
    assert problem["detail"].startswith(("the text holds ", "the text is "))
    assert problem["facts"]["origin"] == "the text"


def test_the_description_names_every_media_type_and_only_a_text_has_one(api):
    schemas = api.get("/openapi.json").json()["components"]["schemas"]
    for name in ("SplitText", "CheckText"):
        told = schemas[name]["properties"]["media_type"]
        for known in ("text/plain", "text/markdown", "text/html", "application/xhtml+xml"):
            assert known in told["description"]
        assert any("media_type" in each for each in schemas[name]["examples"])
    assert "media_type" not in schemas["SplitAddress"]["properties"]
    page = {"address": "https://127.0.0.1/", "media_type": "text/html"}
    assert api.post("/v1/split", json=page).status_code == 400


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        ("{'text': 'Häme'}".encode("cp1252"), "application/json", "body: it cannot be read as JSON in UTF-8"),
        (b'{"text": "Rain \0"}', "application/json", "body: it is no JSON from character 16 on"),
        (b"[" * 100_000, "application/json", "body: it cannot be read as JSON in UTF-8"),
        (
            b'{"text": "Rain"}',
            "application/x-www-form-urlencoded",
            "body: it is not said to be JSON (send Content-Type: ",
        ),
        (b"text=Rain", "text/plain", "body: it is not said to be JSON (send Content-Type: application/json"),
    ],
)
@pytest.mark.parametrize("path", ["/v1/split", "/v1/check", "/v1/lookup", "/v1/reviews"])
def test_what_is_not_json_is_told_so_and_what_to_send(api, path, body, kind, said):
    answer = api.post(path, content=body, headers={"Content-Type": kind})
    assert (answer.status_code, answer.json()["code"]) == (400, "RequestInvalid")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].startswith(said)


def test_check_gives_the_claims_and_past_checks_that_the_command_prints(api, own, command):
    path = ARTICLES[0]
    printed, _ = command("check", "-", "-w", own, "--top", "6", "--format", "jsonl", stdin=path.read_bytes())
    answer = api.post("/v1/check", json={"text": path.read_text(encoding="utf-8"), "top": 6}).json()
    assert answer["claims"] == printed
    assert len(printed) == 6
    article = api.get(f"/v1/articles/{answer['article']['id']}").json()
    for claim in answer["claims"]:
        assert [article["text"][a:b] for a, b in claim["spans"]] == claim["evidence"]


def test_articles_and_a_report_are_those_of_the_commands(api, desk, command):
    lines, _ = command("articles", "-w", desk, "--format", "jsonl")
    page = api.get("/v1/articles", params={"limit": 4}).json()
    assert page["items"] == lines[:4]
    assert page["next"] == 4
    article = lines[1]["id"]
    command("report", article, "-w", desk, "-o", "r.html", "--all", "--language", "de")
    answer = api.get(f"/v1/articles/{article}/report", params={"all": "true", "language": "de"})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.text == Path("r.html").read_text(encoding="utf-8")


def test_claims_come_in_parts_that_make_what_the_command_prints(api, desk, command):
    printed, _ = command("claims", "list", "-w", desk, "--all", "--format", "jsonl")
    found, at = [], 0
    while at is not None:
        page = api.get("/v1/claims", params={"all": "true", "limit": 7, "offset": at}).json()
        found, at = found + page["items"], page["next"]
    assert found == printed
    assert page["total"] == len(printed) >= 30
    one = printed[3]["article_id"]
    of_one = api.get("/v1/claims", params={"article": one}).json()["items"]
    assert of_one == command("claims", "list", "-w", desk, "--article", one, "--format", "jsonl")[0]


def test_one_claim_comes_in_full_with_its_verdicts(api, desk, command):
    (claim, *_) = api.get("/v1/claims").json()["items"]
    (printed,), _ = command("claims", "show", claim["id"], "-w", desk, "--format", "jsonl")
    assert api.get(f"/v1/claims/{claim['id'][:12]}").json() == printed
    verdicts = api.get("/v1/verdicts", params={"claim": claim["id"]}).json()
    now = [each["versions"][-1] for each in printed["verdicts"]]
    assert verdicts["items"] == [{k: v for k, v in each.items() if k not in ("version", "at")} for each in now]
    assert verdicts["total"] >= 2


def test_consensus_is_what_settle_printed(api, own, command):
    printed, _ = command("settle", "-w", own, "--format", "jsonl")
    items = api.get("/v1/consensus", params={"limit": 1000}).json()["items"]
    assert sorted(items, key=lambda each: each["claim_id"]) == sorted(printed, key=lambda each: each["claim_id"])
    assert items


def test_reviews_come_in_parts_that_make_what_the_command_prints(api, desk, command):
    printed, _ = command("reviews", "list", "-w", desk, "--format", "jsonl")
    found, after = [], None
    while True:
        page = api.get("/v1/reviews", params={"limit": 4, **({"after": after} if after else {})}).json()
        found += page["items"]
        if (after := page["next"]) is None:
            break
    assert found == printed
    kinds = {"rating": "FALSE", "text": "buses"}
    some, _ = command("reviews", "list", "-w", desk, "--rating", "FALSE", "--text", "buses", "--format", "jsonl")
    assert api.get("/v1/reviews", params=kinds).json()["items"] == some != []
    (shown,), _ = command("reviews", "show", printed[0]["id"], "-w", desk, "--format", "jsonl")
    assert api.get(f"/v1/reviews/{printed[0]['id']}").json() == shown
    assert api.get(f"/v1/review-history/{printed[0]['id']}").json() == {"items": [shown]}


def test_the_readme_s_first_question_is_answered_as_it_shows(api):
    written = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    _, asked, rest = re.split(
        r"^curl 'http://127\.0\.0\.1:8642(/v1/lookup\?[^']+)'$", written, maxsplit=1, flags=re.MULTILINE
    )
    shown = re.search(r"```json\n(.*?)```", rest, re.DOTALL)[1]
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.OutputChecker().check_output(shown, api.get(asked).text, flags), api.get(asked).text


def test_reviews_are_counted_as_the_command_counts_them(api, desk, command):
    printed, _ = command("reviews", "stats", "-w", desk, "--format", "jsonl")
    items = api.get("/v1/review-stats").json()["items"]
    assert items == printed
    assert sum(each["count"] for each in items) == api.get("/v1/ready").json()["reviews"] > 86


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "fever"])
def test_an_export_is_the_commands_file_byte_for_byte(api, desk, tmp_path, form, command):
    answer = api.get(f"/v1/exports/{form}")
    assert answer.status_code == 200
    command("export", tmp_path / "out", "--format", form, "-w", desk)
    assert answer.content == (tmp_path / "out").read_bytes()
    assert int(answer.headers["x-claimcheck-rows"]) > 0


def test_a_form_of_several_files_comes_as_an_archive_with_its_manifest(api):
    answer = api.get("/v1/exports/hf", params={"split": "50/50", "seed": 3})
    assert answer.headers["content-type"] == "application/zip"
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert any(name.endswith("README.md") for name in names)
    bundle = api.get("/v1/exports/jsonl", params={"bundle": "true"})
    assert any("manifest" in name for name in zipfile.ZipFile(io.BytesIO(bundle.content)).namelist())


def test_every_form_of_the_command_is_offered():
    assert FormName.__args__ == tuple(each.value for each in DatasetFormat)


def test_people_edit_drop_and_restore_claims_and_the_command_sees_it(api, desk, command):
    claim = api.get("/v1/claims").json()["items"][2]["id"]
    edited = api.patch(f"/v1/claims/{claim}", json={"author": "ada", "text": "Two farmers sold 10 bridges."}).json()
    assert (edited["text"], edited["author"], edited["version"]) == ("Two farmers sold 10 bridges.", "ada", 2)
    spoken = api.patch(f"/v1/claims/{claim}", json={"author": "ada", "speaker": "the council"}).json()
    assert (spoken["speaker"], spoken["text"]) == ("the council", "Two farmers sold 10 bridges.")
    assert api.patch(f"/v1/claims/{claim}", json={"author": "ada", "speaker": None}).json()["speaker"] is None
    dropped = api.post(f"/v1/claims/{claim}/drop", json={"author": "ada", "reason": "an opinion"}).json()
    assert dropped["status"] == "dropped"
    (shown,), _ = command("claims", "show", claim, "-w", desk, "--format", "jsonl")
    assert (shown["status"], shown["text"]) == ("dropped", "Two farmers sold 10 bridges.")
    assert api.post(f"/v1/claims/{claim}/restore", json={"author": "ada"}).json()["status"] == "active"


def test_what_another_process_imports_is_found_by_the_next_lookup(api, desk, tmp_path, command):
    said = "The lighthouse of Porthgwarra was sold to a cider maker for nine pounds."
    line = {"claim_reviewed": said, "rating": "False", "publisher": "Example Desk", "url": "https://desk.example/9"}
    assert api.get("/v1/lookup", params={"q": said}).json()["results"][0]["matches"][0]["review"] is None
    (tmp_path / "new.jsonl").write_text(json.dumps(line) + "\n")
    command("reviews", "import", tmp_path / "new.jsonl", "-w", desk)
    for _ in range(6):  # both workers
        (match, *_) = api.get("/v1/lookup", params={"q": said}).json()["results"][0]["matches"]
        assert match["review"]["claim_reviewed"] == said
    review = match["review"]["id"]
    assert api.delete(f"/v1/reviews/{review}").json() == {"removed": 1}
    assert api.get("/v1/lookup", params={"q": said}).json()["results"][0]["matches"][0]["review"] is None
    assert api.get(f"/v1/reviews/{review}").status_code == 404
    states = api.get(f"/v1/review-history/{review}").json()["items"]
    assert states == command("reviews", "show", review, "--history", "-w", desk, "--format", "jsonl")[0]
    assert states[-1]["removed"] is True


def test_an_import_over_the_wire_tells_what_the_command_tells(api, own, command):
    lines = [
        {"claim_reviewed": "Selb has 12 wells.", "rating": "True", "publisher": "Example Desk"},
        {"claim_reviewed": "", "rating": "True", "publisher": "Example Desk"},
    ]
    body = "".join(json.dumps(each) + "\n" for each in lines).encode()
    dry = api.post("/v1/reviews/import", content=body, params={"dry_run": "true"}).json()
    assert (dry["new"], dry["rejected"]) == (1, 1)
    assert api.post("/v1/reviews/import", content=body).json()["new"] == 1
    again = api.post("/v1/reviews/import", content=body).json()
    assert (again["new"], again["unchanged"], again["problems"][0]["line"]) == (0, 1, 2)
    _, said = command("reviews", "import", "-", "-w", own, stdin=body)
    assert again["problems"][0]["reason"] in said
    added = {"claim": "Selb has 13 wells.", "rating": "FALSE", "publisher": "Example Desk", "published": "2024-02-29"}
    first = api.post("/v1/reviews", json=added).json()
    assert first["added"] is True
    assert first["review"]["date_published"] == "2024-02-29"
    assert api.post("/v1/reviews", json=added).json()["added"] is False


@pytest.mark.parametrize(
    ("method", "path", "given", "status", "code"),
    [
        ("GET", "/v1/lookup", {"params": {"q": "  "}}, 422, "RequestImpossible"),
        ("GET", "/v1/lookup", {"params": {"q": "x", "k": "0"}}, 400, "RequestInvalid"),
        ("GET", "/v1/lookup", {"params": {"q": "x", "since": "2023-02-31"}}, 422, "RequestImpossible"),
        ("POST", "/v1/lookup", {"json": {"queries": ["x"], "sort": "date"}}, 400, "RequestInvalid"),
        (
            "POST",
            "/v1/lookup",
            {"content": b"{", "headers": {"content-type": "application/json"}},
            400,
            "RequestInvalid",
        ),
        ("POST", "/v1/lookup", {"content": b"[" * 100_000}, 400, "RequestInvalid"),
        ("POST", "/v1/split", {"json": {"text": "  \n"}}, 422, "ArticleEmpty"),
        ("POST", "/v1/split", {"json": {"text": "x", "address": "https://e.example"}}, 400, "RequestInvalid"),
        ("POST", "/v1/split", {"json": {"address": "http://127.0.0.1:1/x"}}, 422, "RequestImpossible"),
        ("POST", "/v1/check", {"json": {"address": "http://169.254.169.254/latest"}}, 422, "RequestImpossible"),
        ("POST", "/v1/check", {"json": {"address": "http://[::1]/"}}, 422, "RequestImpossible"),
        ("POST", "/v1/split", {"json": {"address": "/etc/passwd"}}, 400, "RequestInvalid"),
        ("GET", "/v1/claims/ffffffffffffffff", {}, 404, "NotFound"),
        ("GET", "/v1/claims/..%2f..", {}, 404, "PathUnknown"),
        ("GET", "/v1/reviews/r", {}, 409, "AmbiguousId"),
        ("POST", "/v1/reviews/import", {"content": b""}, 422, "ReviewFileUnreadable"),
        ("GET", "/v1/exports/docx", {}, 400, "RequestInvalid"),
        ("GET", "/v1/exports/jsonl", {"params": {"temporal": "true"}}, 422, "RequestImpossible"),
        ("GET", "/nothing", {}, 404, "PathUnknown"),
        ("PUT", "/v1/lookup", {}, 405, "RequestInvalid"),
        ("POST", "/v1/lookup", {"json": {"queries": ["x"], "k": 2.5}}, 400, "RequestInvalid"),
        ("GET", "/v1/claims", {"params": {"all": "yes"}}, 400, "RequestInvalid"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_code_and_a_remedy(api, method, path, given, status, code):
    answer = api.request(method, path, **given)
    told = answer.json()
    assert (answer.status_code, told["code"], told["status"]) == (status, code, status), told
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["remedy"]
    assert "Traceback" not in answer.text
    assert "--allow-private" not in answer.text  # no option of the server


def test_a_failure_says_what_the_command_says(api, desk, command):
    _, said = command("claims", "show", "ffffffffffffffff", "-w", desk)
    assert f"claimcheck: {api.get('/v1/claims/ffffffffffffffff').json()['detail']}\n" == said


def test_a_method_that_a_path_does_not_have_is_told_all_that_it_has(api):
    assert api.options("/v1/lookup").headers["allow"] == "GET, POST"
    assert api.put("/v1/reviews/a81d03c55e7f2b94").headers["allow"] == "DELETE, GET"
    assert api.put("/v1/reviews/import").headers["allow"] == "POST"


def test_nothing_of_an_article_is_in_what_is_told_about_it(api):
    for body in ({"text": "The secret of Selb. " * 3, "published": "never"}, {"text": ["The secret of Selb."]}):
        answer = api.post("/v1/split", json=body)
        assert answer.status_code == 400
        assert "secret" not in answer.text


def test_a_stranger_in_the_host_header_gets_nothing(api):
    assert api.get("/v1/ready", headers={"host": "evil.example"}).status_code == 421
    assert "access-control-allow-origin" not in api.get("/v1/ready").headers


def test_the_description_tells_every_route_its_examples_and_its_failures(api):
    found = api.get("/openapi.json").json()
    assert found["openapi"].startswith("3.1")
    assert found["servers"]
    for path, operations in found["paths"].items():
        for name, operation in operations.items():
            assert operation["summary"], (path, name)
            assert {"400", "503"} <= set(operation["responses"]), (path, name)
    for name in ("LookupBody", "SplitText", "SplitAddress", "CheckText", "Edit", "Drop", "AddedReview"):
        assert found["components"]["schemas"][name]["examples"], name
    example = found["components"]["schemas"]["LookupBody"]["examples"][0]
    assert api.post("/v1/lookup", json=example).status_code == 200


def test_a_request_at_hand_is_finished_when_the_server_is_told_to_stop(desk):
    with serving(desk) as served:
        body = json.dumps({"text": ARTICLES[0].read_text(encoding="utf-8") * 20, "dry_run": True})
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=120)
        connection.request("POST", "/v1/split", body, {"Content-Type": "application/json"})
        time.sleep(0.3)
        assert not select.select([connection.sock], [], [], 0)[0]  # it is at work
        served.process.send_signal(signal.SIGTERM)
        answer = connection.getresponse()
        told = json.loads(answer.read())
        assert answer.status == 200
        assert told["total"] > 100
        assert served.process.wait(60) == 0
    assert served.said[-1] == "stopped"
    assert not [each for each in served.said if "Traceback" in each]
    with pytest.raises(ConnectionRefusedError):
        http.client.HTTPConnection("127.0.0.1", served.port).request("GET", "/v1/health")


def test_told_to_stop_twice_it_waits_for_nothing_and_leaves_no_process(desk):
    with serving(desk) as served:
        pids = served.processes()
        body = json.dumps({"text": ARTICLES[0].read_text(encoding="utf-8") * 60, "dry_run": True})
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=120)
        connection.request("POST", "/v1/split", body, {"Content-Type": "application/json"})
        time.sleep(0.3)
        served.process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(20) == 0
    assert len(pids) >= 3
    time.sleep(0.5)
    assert [each for each in pids[1:] if "multiprocessing" in _command(each)] == []


def _command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def test_with_a_token_the_api_asks_for_it_and_it_shows_nowhere(desk, tmp_path):
    with serving(desk, "--token-file", str(tmp_path / "token")) as served:
        token = (tmp_path / "token").read_text().strip()
        assert httpx.get(f"{served.url}/v1/ready").status_code == 401
        right = {"authorization": f"Bearer {token}"}
        assert httpx.get(f"{served.url}/v1/ready", headers=right).json()["ready"] is True
        assert httpx.get(f"{served.url}/openapi.json", headers=right).json()["components"]["securitySchemes"]
        shown = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
        assert token not in shown
        httpx.get(f"{served.url}/v1/lookup", params={"q": "a very private question"}, headers=right)
    assert not [each for each in served.said if token in each or "private" in each]


def test_what_keeps_it_from_starting_is_one_line_each(desk, tmp_path):
    def said(*options, **more):
        env = {**os.environ, **more}
        done = subprocess.run([CLAIMCHECK, "serve", *options], capture_output=True, text=True, env=env, timeout=60)
        assert done.returncode == 1
        (line,) = done.stderr.splitlines()
        return line

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert said("-w", str(desk), "--port", port) == (
            f"claimcheck: port {port} of this machine is in use: give --port N, or --port 0 for any free one"
        )
    assert "there is no token: give --token-file" in said("-w", str(desk), "--host", "0.0.0.0", "--port", "0")
    assert "cannot listen on 192.0.2.1" in said("-w", str(desk), "--host", "192.0.2.1", CLAIMCHECK_SERVE_TOKEN="x" * 30)
    assert said("-w", str(tmp_path / "none"), "--port", "0").startswith(f"claimcheck: no workspace in {tmp_path}")
    (tmp_path / "fastapi.py").write_text("raise ModuleNotFoundError(name='fastapi')\n")
    hidden = "import sys; sys.modules['fastapi'] = None; from claimcheck.cli import main; main()"
    done = subprocess.run(
        [str(Path(CLAIMCHECK).with_name("python")), "-c", hidden, "serve", "-w", str(desk)],
        capture_output=True,
        text=True,
    )
    assert done.stderr == "claimcheck: what claimcheck serve needs is not installed: pip install 'claimcheck[serve]'\n"


def test_filters_that_no_past_check_fits_are_named(api):
    body = {"queries": QUERIES[:1]}
    assert api.post("/v1/lookup", json=body).json()["note"] is None
    told = api.post("/v1/lookup", json=body | {"publisher": "Nobody At All"}).json()
    assert told["note"].startswith("no past check here is by 'Nobody At All'")
    assert [each["review"] for each in told["results"][0]["matches"]] == [None]
    assert api.post("/v1/lookup", json=body | {"language": "DE"}).json() == (
        api.post("/v1/lookup", json=body | {"language": "de"}).json()
    )
