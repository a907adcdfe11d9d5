import io
import time
from contextlib import suppress
from datetime import date

import pytest

from claimcheck.article import FILE_LIMIT, LINE_LIMIT, TEXT_LIMIT, parse_article, read_article
from claimcheck.article.days import parse_day
from claimcheck.article.language import detect_language
from claimcheck.errors import (
    ArticleBinary,
    ArticleEmpty,
    ArticleIsFolder,
    ArticleMissing,
    ArticleTooLarge,
    ArticleUnreadable,
    ClaimcheckError,
    EncodingUnknown,
    HtmlWithoutArticle,
    LanguageInvalid,
    Undecodable,
)
from claimcheck.records import article_id

TEXT = "Regen in Kiel\r\n\r\nEs hat zwei Tage lang geregnet. Niemand wurde verletzt.\r\n"


def test_the_text_of_a_file_is_the_file_without_its_mark(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    article = read_article(str(path), sample=True)

    assert article.text == TEXT
    assert (article.id, article.origin, article.sample) == (article_id(TEXT), str(path), True)
    assert article.media_type == "text/plain"


def test_standard_input_reads_as_a_file_does(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())

    piped, read = read_article("-", stdin=io.BytesIO(TEXT.encode())), read_article(str(path))
    assert (piped.id, piped.blocks, piped.origin) == (read.id, read.blocks, "-")


@pytest.mark.parametrize(
    ("name", "media_type"), [("a.md", "text/markdown"), ("a.MARKDOWN", "text/markdown"), ("a.log", "text/plain")]
)
def test_a_files_name_says_what_it_is(tmp_path, name, media_type):
    (tmp_path / name).write_text(TEXT)
    assert read_article(str(tmp_path / name)).media_type == media_type


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.txt", b"", ArticleEmpty),
        ("blank.txt", b" \r\n\t \n", ArticleEmpty),
        ("mark.txt", b"\xef\xbb\xbf", ArticleEmpty),
        ("wide.txt", "\u00a0\u2003\n".encode("utf-16"), ArticleEmpty),
        ("a.pdf", b"%PDF-1.4 and so on", ArticleBinary),
        ("a.bin", bytes(range(256)) * 9, ArticleBinary),
        ("a.html", b"<html><body><nav>Start</nav></body></html>", HtmlWithoutArticle),
        ("a.html", b"\x00\x01\x02\x03" * 50, ArticleBinary),
        ("long.txt", b"x" * (TEXT_LIMIT + 1), ArticleTooLarge),
        ("many.txt", b"x\n" * (LINE_LIMIT + 1), ArticleTooLarge),
    ],
)
def test_each_bad_file_has_an_error_of_its_own_in_one_line(tmp_path, name, data, error):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error) as caught:
        read_article(str(tmp_path / name))

    assert isinstance(caught.value, ClaimcheckError)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["nowhere.txt", "a.txt/below", "with\0nul"])
def test_a_path_with_nothing_there_is_missing(tmp_path, name):
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(ArticleMissing) as caught:
        read_article(str(tmp_path / name))
    assert isinstance(caught.value, FileNotFoundError)


def test_a_folder_is_no_article(tmp_path):
    with pytest.raises(ArticleIsFolder, match="folder"):
        read_article(str(tmp_path))


def test_a_name_too_long_for_the_system_cannot_be_read(tmp_path):
    with pytest.raises(ArticleUnreadable, match="cannot be read"):
        read_article(str(tmp_path / ("x" * 300)))


def test_an_encoding_is_named_in_its_error(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Häme".encode("latin-1"))

    with pytest.raises(Undecodable, match="UTF-8"):
        read_article(str(path), encoding="UTF-8")
    with pytest.raises(EncodingUnknown, match="klingon"):
        read_article(str(path), encoding="klingon")
    assert read_article(str(path), encoding="latin-1").text == "Häme"


def test_a_language_that_is_no_code_is_refused():
    with pytest.raises(LanguageInvalid, match="german"):
        parse_article(TEXT.encode(), origin="a.txt", language="german")


def test_fifty_megabytes_in_one_line_are_refused_at_once(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    began = time.process_time()
    with pytest.raises(ArticleTooLarge, match="50,000,000"):
        read_article(str(path))
    assert time.process_time() - began < 0.5


def test_standard_input_without_end_is_read_to_the_limit_only():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert 0 < size <= FILE_LIMIT + 1
            return b"x" * size

    with pytest.raises(ArticleTooLarge, match="standard input holds more than"):
        read_article("-", stdin=Endless())


@pytest.mark.parametrize(
    "line",
    [
        "wort ",
        "a",
        ".",
        "1",
        '"',
        "Der Mann ging. ",
        "(",
        "© ",
        "foto: ",
        "a@b",
        "• ",
        "*",
        "[",
        "![](",
        "- ",
        "\ud800",
    ],
)
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_five_megabytes_in_one_line_take_under_five_seconds(line, media_type):
    data = (line * (5_000_000 // len(line))).encode("utf-8", "surrogatepass")
    began = time.process_time()
    with suppress(ClaimcheckError):
        parse_article(data, origin="a", media_type=media_type)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "html", ["<p>" + "wort " * 900_000, "<div>" * 50_000 + "x", "<p>" + "a<br>" * 300_000, "<" * 500_000]
)
def test_a_huge_page_takes_under_five_seconds(html):
    began = time.process_time()
    with suppress(ClaimcheckError):
        parse_article(html.encode(), origin="a", media_type="text/html")
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Stand: 11.04.2023, 14:30 Uhr", date(2023, 4, 11)),
        ("11. April 2023", date(2023, 4, 11)),
        ("April 11, 2023", date(2023, 4, 11)),
        ("11 avril 2023", date(2023, 4, 11)),
        ("2023-04-11T08:00:00", date(2023, 4, 11)),
        ("Published Nov. 8, 2023, updated Nov. 9, 2023", date(2023, 11, 8)),
        ("31.02.2023", None),
        ("12 Personen 2023", None),
        ("", None),
    ],
)
def test_a_day_is_read_only_where_it_is_named_in_full(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Präsident sagte am Montag, die Preise seien gestiegen.", "de"),
        ("The president said on Monday that prices had risen.", "en"),
        ("Le président a déclaré lundi que les prix avaient augmenté.", "fr"),
        ("Президент заявив у понеділок, що ціни зросли.", "uk"),
        ("Президент заявил в понедельник, что цены выросли.", "ru"),
        ("Prezydent powiedział w poniedziałek, że ceny wzrosły.", "pl"),
        ("12345 67890", None),
        ("Kyiv", None),
    ],
)
def test_a_language_is_found_where_there_is_enough_to_tell(text, language):
    assert detect_language(text) == language
