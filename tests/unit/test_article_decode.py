import pytest

from claimcheck.article.charset import decode_html, looks_like_html
from claimcheck.article.decode import decode, find_encoding
from claimcheck.errors import ArticleBinary, EncodingUnknown, Undecodable

GERMAN = "Der Präsident sagte am Montag, die Häuser müssten größer werden. Über 40 Prozent stünden leer."
QUOTED = "„Das ist – so weit – gut“, sagte er über 5 €. Die Höhe übertreffe jede Erwartung früherer Jahre."
POLISH = "Prezydent powiedział, że żadne środki nie będą ujęte w budżecie, a także że łódź jest źle utrzymana."
RUSSIAN = "Президент заявил в понедельник, что правительство поддержит новый закон о бюджете страны."
UKRAINIAN = "Президент заявив у понеділок, що уряд підтримає новий закон про бюджет країни, її громадян і їхні права."


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-8-sig", "utf-8"),
        (GERMAN, "utf-16", "utf-16-le"),
        (GERMAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "latin-1", "latin-1"),
        (QUOTED, "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859_2", "iso8859_2"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (UKRAINIAN, "cp1251", "cp1251"),
    ],
)
def test_a_text_reads_the_same_in_whatever_encoding_it_was_saved(text, encoding, found):
    decoded = decode(text.encode(encoding))

    assert (decoded.text, decoded.encoding) == (text, found)


def test_one_umlaut_is_enough_to_tell_a_western_text():
    assert decode("Häme aus Kiew".encode("cp1252")).text == "Häme aus Kiew"


@pytest.mark.parametrize("encoding", ["cp1252", "koi8_r", "utf-16-le"])
def test_a_guess_is_said(encoding):
    text = RUSSIAN if encoding == "koi8_r" else QUOTED
    assert decode(text.encode(encoding)).encoding in (decode(text.encode(encoding)).note or "")


def test_what_needs_no_guess_has_no_note():
    assert decode(GERMAN.encode()).note is None
    assert decode(GERMAN.encode("utf-16")).note is None


def test_a_single_broken_byte_in_utf8_does_not_turn_the_rest_into_mojibake():
    data = (GERMAN * 3).encode()
    decoded = decode(data + b"\xc3")

    assert decoded.text == GERMAN * 3 + "\ufffd"
    assert "1 damaged place" in (decoded.note or "")


def test_an_encoding_named_by_the_user_is_strict_and_the_error_names_it():
    with pytest.raises(Undecodable, match="utf-8") as caught:
        decode(GERMAN.encode("cp1252"), "utf-8", origin="a.txt")

    assert caught.value.position == GERMAN.index("ä")


def test_a_named_encoding_that_reads_as_mojibake_is_doubted():
    assert "UTF-8" in (decode((GERMAN * 2).encode(), "cp1252").note or "")


@pytest.mark.parametrize("name", ["klingon", "", "hex", "rot13", "a\0b", "base64"])
def test_a_name_that_is_no_text_encoding_is_refused(name):
    with pytest.raises(EncodingUnknown):
        find_encoding(name)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 \n", "PDF"),
        (b"PK\x03\x04word/", "ZIP or Office"),
        (bytes(range(256)) * 20, None),
        (b"\0" * 50, None),
    ],
)
def test_what_is_not_text_is_refused_and_named(data, kind):
    with pytest.raises(ArticleBinary) as caught:
        decode(data)

    assert caught.value.kind == kind


def test_a_lone_surrogate_in_utf16_is_marked_as_damage():
    data = b"\xff\xfe" + GERMAN.encode("utf-16-le") + b"\x00\xd8" + "!".encode("utf-16-le")
    assert decode(data).text == GERMAN + "\ufffd!"


def test_a_stray_nul_in_utf8_stays_where_it_is():
    assert decode(b"before\0after and some more words").text == "before\0after and some more words"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<meta charset='iso-8859-1'><p>Häme für 5 €".encode("cp1252"), "Häme für 5 €"),
        ("<meta charset=windows-1251><p>Привет".encode("cp1251"), "Привет"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'><p>Привет".encode("koi8-r"), "Привет"),
        ("<p>Häme".encode("cp1252"), "Häme"),
        ("<p>Häme".encode(), "Häme"),
        ("<meta charset='iso-8859-1'><p>Häme".encode(), "Häme"),
        ("<meta charset='x-nonsense'><p>Häme".encode(), "Häme"),
        ("<p>Häme".encode("utf-16"), "Häme"),
    ],
)
def test_a_page_is_read_as_it_declares_unless_its_bytes_say_otherwise(data, text):
    assert decode_html(data).text.endswith(text)


def test_a_page_with_a_false_declaration_says_so():
    assert "iso-8859-1" in (decode_html("<meta charset='iso-8859-1'><p>Häme".encode()).note or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html>", True),
        ("\n <html lang=de>", True),
        ("<!-- saved --><html>", True),
        ("<p>a<p>b<p>c", True),
        ("a < b and b > c", False),
        ("# <html> in Markdown", False),
    ],
)
def test_html_is_known_by_its_beginning(text, expected):
    assert looks_like_html(text) is expected
