"""Annotators in exports: steady under one key, unrelated under two, unguessable without."""

import hashlib

import pytest

from claimcheck.dataset import new_key, pseudonym

KEY, OTHER = "11" * 32, "22" * 32


def test_a_pseudonym_is_keyed_blake2b():
    digest = hashlib.blake2b(b"ada@example.org", key=bytes.fromhex(KEY), digest_size=6).hexdigest()
    assert pseudonym("ada@example.org", KEY) == f"annotator-{digest}"


def test_two_people_and_two_keys_give_four_names_none_holding_the_address():
    names = {pseudonym(who, key) for who in ("ada@example.org", "bob@example.org") for key in (KEY, OTHER)}
    assert len(names) == 4
    assert not any("ada" in name or "@" in name for name in names)


def test_the_name_is_not_the_plain_hash_of_the_address():
    plain = {
        algorithm(b"ada@example.org").hexdigest()[:12] for algorithm in (hashlib.sha256, hashlib.blake2b, hashlib.sha1)
    }
    assert pseudonym("ada@example.org", KEY).removeprefix("annotator-") not in plain


def test_new_keys_differ_and_fit():
    first, second = new_key(), new_key()
    assert first != second
    assert pseudonym("a", first) != pseudonym("a", second)


@pytest.mark.parametrize("key", ["", "11" * 16, "zz" * 32])
def test_a_key_of_the_wrong_form_is_refused(key):
    with pytest.raises(ValueError, match=r"key|hexadecimal"):
        pseudonym("a", key)
