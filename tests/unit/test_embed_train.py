"""Training on invented sentences: the same bits twice, what it learns, the teacher's cache, and refusals."""

import gzip
import itertools
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from claimcheck.embed import Plan, StaticEncoder, train_encoder
from claimcheck.embed.data import NEWS, Pair, read_corpus
from claimcheck.embed.encoder import Embeddings
from claimcheck.embed.fitting import Bags, beginning, fit, rarity, settled
from claimcheck.embed.folding import fold, folding_normalizer
from claimcheck.embed.objective import gradients
from claimcheck.embed.pieces import read_pieces
from claimcheck.embed.stages import Pairs, fit_in_stages
from claimcheck.embed.teacher import Narrowing, teacher_vectors, teacher_words
from claimcheck.embed.vocabulary import UNKNOWN, cut_into_bags, train_tokenizer, vocabulary_text
from claimcheck.errors import EncoderInvalid, EncoderMissing, OutputTaken
from claimcheck.progress import unseen
from tests.unit.conftest import Claimcheck

WHO = {"Der Minister": "The minister", "Die Stadt": "The city", "Ein Verein": "A club", "Das Gericht": "The court"}
DOES = {"kauft": "buys", "verkauft": "sells", "prüft": "examines", "verbietet": "forbids", "zeigt": "shows"}
WHAT = {"Wasser": "water", "Brot": "bread", "Häuser": "houses", "Waffen": "weapons", "Bücher": "books"}
PLAN = Plan(steps=120, batch=32, threads=1, dropout=0.0)
LANGUAGES = ("de", "en")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    combined = list(itertools.product(WHO, DOES, WHAT))
    with gzip.open(folder / "de-en.tsv.gz", "wt", encoding="utf-8") as out:
        for who, does, what in combined:
            out.write(f"{NEWS}\t{who} {does} {what}.\t{WHO[who]} {DOES[does]} {WHAT[what]}.\n")
    return folder


def trained(data: Path, out: Path, plan: Plan = PLAN) -> StaticEncoder:
    train_encoder(data, out, languages=LANGUAGES, vocabulary=200, dimension=16, plan=plan)
    return StaticEncoder.load(out)


@pytest.fixture(scope="module")
def encoder(data: Path, tmp_path_factory: pytest.TempPathFactory) -> StaticEncoder:
    return trained(data, tmp_path_factory.mktemp("first") / "encoder")


def test_one_seed_gives_one_result_and_another_seed_another(data: Path, encoder: StaticEncoder, tmp_path: Path) -> None:
    again = trained(data, tmp_path / "again")
    assert again.fingerprint == encoder.fingerprint
    assert trained(data, tmp_path / "other", replace(PLAN, seed=7)).fingerprint != encoder.fingerprint


def test_translations_it_never_saw_are_nearest(encoder: StaticEncoder) -> None:
    facts = json.loads((Path(encoder.path or "") / "training.json").read_text())
    assert facts["held_out_pairs"] == 33
    assert facts["figures"]["news held out de→en"] > 0.9


def test_the_folder_says_what_went_in(encoder: StaticEncoder, data: Path) -> None:
    folder = Path(encoder.path or "")
    facts = json.loads((folder / "training.json").read_text())
    held_out = facts["held_out_pairs"] + facts["development_pairs"]
    assert facts["training_pairs"] == {NEWS: 100 - held_out}
    assert facts["plan"]["seed"] == 0
    assert facts["teacher"] is None
    assert "No teacher." in (folder / "README.md").read_text()
    assert encoder.languages == ("de", "en")


def test_its_tokenizer_comes_with_the_table_by_which_few_words_are_split(encoder: StaticEncoder) -> None:
    sparing, text = read_pieces(Path(encoder.path or "")), "Die Stadt prüft Waffen, ein Zebra nicht."

    assert sparing is not None
    assert sparing.encode_batch_fast([text])[0].ids == encoder.whole_tokenizer.encode(text).ids


def test_what_is_there_is_not_written_over_unless_said(data: Path, encoder: StaticEncoder, tmp_path: Path) -> None:
    out = tmp_path / "encoder"
    out.mkdir()
    (out / "precious").write_text("keep")
    with pytest.raises(OutputTaken, match="is there already"):
        train_encoder(data, out, languages=LANGUAGES, plan=PLAN)
    assert (out / "precious").read_text() == "keep"
    small = {"languages": LANGUAGES, "vocabulary": 200, "dimension": 8, "plan": replace(PLAN, steps=2)}
    train_encoder(data, out, **small, replace=True)
    assert not (out / "precious").exists()


def test_a_given_tokenizer_is_used_as_it_is(data: Path, encoder: StaticEncoder, tmp_path: Path) -> None:
    given = Path(encoder.path or "") / "tokenizer.json"
    train_encoder(
        data, tmp_path / "out", languages=LANGUAGES, vocabulary=given, dimension=8, plan=replace(PLAN, steps=2)
    )
    assert (tmp_path / "out" / "tokenizer.json").read_bytes() == given.read_bytes()


def test_progress_counts_every_step(data: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int | None]] = []
    train_encoder(
        data,
        tmp_path / "out",
        languages=LANGUAGES,
        vocabulary=200,
        dimension=8,
        plan=replace(PLAN, steps=5),
        progress=lambda *step: seen.append(step),
    )
    assert [done for what, done, total in seen if what == "training"] == [1, 2, 3, 4, 5]


def test_a_teacher_must_be_the_one_asked_for(data: Path, tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing, match=r"no model\.safetensors"):
        train_encoder(data, tmp_path / "out", teacher=tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"somebody else")
    with pytest.raises(EncoderInvalid, match="is not the teacher asked for"):
        train_encoder(data, tmp_path / "out", teacher=tmp_path)


class CountingTeacher:
    """Encodes a text as its length; counts the texts it was asked about."""

    name, path, dimension, fingerprint, languages, bytes = "counting", None, 2, "counting", ("en",), 0

    def __init__(self) -> None:
        self.asked = 0

    def encode(self, texts: Sequence[str], *, kind: str) -> Embeddings:
        self.asked += len(texts)
        rows = np.array([[1, len(text)] for text in texts], np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_the_teacher_is_asked_once_for_each_piece(tmp_path: Path) -> None:
    teacher = CountingTeacher()
    sentences = ["a" * (number % 50 + 1) + str(number) for number in range(5000)]
    first = teacher_vectors(lambda: teacher, "d", sentences, tmp_path)
    assert (teacher.asked, first.shape, first.dtype) == (5000, (5000, 2), np.float16)
    again = teacher_vectors(lambda: teacher, "d", sentences, tmp_path)
    longer = teacher_vectors(lambda: teacher, "d", [*sentences, "one more"], tmp_path)
    assert teacher.asked == 5000 + 5001 - 4096
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(longer[:5000], first)
    np.testing.assert_allclose(first[0], [1 / 5**0.5, 2 / 5**0.5], atol=1e-3)


def test_a_teacher_pulls_the_vectors_towards_its_own() -> None:
    random = np.random.default_rng(0)
    teacher = random.standard_normal((40, 8)).astype(np.float32)
    teacher /= np.linalg.norm(teacher, axis=1, keepdims=True)
    bags = Bags(np.arange(1, 41, dtype=np.int32), np.arange(41))
    arguments = {"vocabulary": 41, "dimension": 8, "plan": replace(PLAN, steps=300, batch=40)}
    same = np.arange(40)
    rows, loss = fit(bags, bags, same, np.ones(40), teacher.astype(np.float16), **arguments)
    unit = rows[1:] / np.linalg.norm(rows[1:], axis=1, keepdims=True)
    assert (unit * teacher).sum(axis=1).min() > 0.9
    assert np.isfinite(loss)
    assert not rows[0].any()


def test_pieces_training_never_meets_have_no_vector() -> None:
    bags = Bags(np.array([1, 2, 3, 4], np.int32), np.array([0, 2, 4]))
    rows, _ = fit(
        bags, bags, np.arange(2), np.ones(2), None, vocabulary=7, dimension=4, plan=replace(PLAN, steps=3, batch=2)
    )
    assert np.abs(rows[[1, 2, 3, 4]]).sum(axis=1).all()
    assert not rows[[0, 5, 6]].any()


def test_vectors_that_are_to_stay_stay_and_the_others_move() -> None:
    bags = Bags(np.array([1, 2, 2, 3], np.int32), np.array([0, 2, 4]))
    begin = np.random.default_rng(5).normal(size=(5, 4)).astype(np.float32)
    still = np.array([True, True, False, False, False])
    rows, _ = fit(
        bags, bags, np.arange(2), np.ones(2), None,
        vocabulary=5, dimension=4, plan=replace(PLAN, steps=4, batch=2), start=begin, still=still,
    )  # fmt: skip
    assert (rows[still] == begin[still]).all()
    assert (rows[2:4] != begin[2:4]).any(axis=1).all()
    assert (rows[4] == begin[4]).all()  # no text holds it


def test_the_first_language_and_english_are_as_they_were_without_the_others(data: Path) -> None:
    with_another = read_corpus(data, LANGUAGES, held_out=4, development=2)
    others = [Pair(NEWS, f"le mot{each} {pair.foreign}", pair.english, "fr") for each, pair in
              enumerate(with_another.pairs[:20])]  # fmt: skip
    both = replace(
        with_another,
        pairs=(*with_another.pairs, *others),
        files=(*with_another.files, replace(with_another.files[0], language="fr")),
    )
    tokenizer = train_tokenizer(vocabulary_text(both), 250)
    found = []
    for corpus in (with_another, both):
        foreign, english = (
            cut_into_bags(tokenizer, [getattr(pair, side) for pair in corpus.pairs]) for side in ("foreign", "english")
        )
        count = len(corpus.pairs)
        pairs = Pairs(foreign, english, np.arange(count), np.ones(count), np.zeros(count, np.int64))
        start = beginning(foreign, english, 250, 8, 0)
        plan = replace(PLAN, steps=20)
        found.append((pairs, fit_in_stages(corpus, pairs, None, start, (plan, plan), unseen)[0]))
    (first, alone), (everything, joined) = found
    sides = (np.concatenate((first.foreign.ids, first.english.ids)), first.english.ids[:0], everything.foreign.ids)
    met, _, theirs = (np.bincount(ids, minlength=250) for ids in sides)
    moved = (joined != alone).any(axis=1)
    own = settled(met, met * 0, theirs)  # more than half of their own in two languages: in three as well
    assert own.sum() > 20
    assert not moved[own].any()
    assert moved.any()


def test_the_teacher_is_asked_about_words_that_english_has_but_not_about_anothers_that_look_alike() -> None:
    pieces = {"[UNK]": 0, "▁merkel": 1, "▁die": 2, "▁election": 3, "▁wahl": 4, "ing": 5, "▁an": 6}
    german = np.array([1] * 4 + [2] * 50 + [4] * 9 + [5], np.int32)
    english = np.array([1] * 4 + [2] * 3 + [3] * 9 + [5, 6], np.int32)
    assert teacher_words(pieces, german, english, "▁") == {"merkel": 1, "election": 3}


def test_a_narrower_copy_of_a_teacher_keeps_what_its_vectors_span() -> None:
    random = np.random.default_rng(3)
    wide = random.normal(size=(400, 3)) @ random.normal(size=(3, 8))  # three directions in eight
    wide /= np.linalg.norm(wide, axis=1, keepdims=True)
    narrowing = Narrowing(wide.astype(np.float16), 3)
    narrow = narrowing.of(wide.astype(np.float16)).astype(np.float32)
    np.testing.assert_allclose(narrow @ narrow.T, wide @ wide.T, atol=0.01)
    assert (narrowing.of(np.zeros((1, 8), np.float16)) == 0).all()
    with pytest.raises(ValueError, match="8 dimensions and cannot teach 9"):
        Narrowing(wide.astype(np.float16), 9)


def test_a_frequent_word_is_one_piece_however_frequent_its_parts_are() -> None:
    texts = ["bee been seen teen keen green", "a be en be en be en be en be en"] * 20
    tokenizer = train_tokenizer(texts, 90)
    assert tokenizer.encode("been", add_special_tokens=False).tokens == ["▁been"]
    assert len(tokenizer.encode("greenbee", add_special_tokens=False).tokens) > 1


def test_taking_bags_keeps_order_and_content() -> None:
    bags = Bags(np.array([5, 6, 7, 8, 9], np.int32), np.array([0, 2, 2, 5]))
    taken = bags.take(np.array([2, 0, 1, 2]))
    assert taken.ids.tolist() == [7, 8, 9, 5, 6, 7, 8, 9]
    assert taken.offsets.tolist() == [0, 3, 5, 5, 8]


def test_the_vocabulary_is_the_same_twice_and_unknown_is_zero() -> None:
    texts = [f"{who} {does} {what}" for who, does, what in itertools.product(WHO, DOES, WHAT)]
    first, second = (train_tokenizer(texts, 90) for _ in range(2))
    assert first.to_str() == second.to_str()
    assert first.token_to_id(UNKNOWN) == 0
    assert first.get_vocab_size() <= 90
    assert first.encode("漢", add_special_tokens=False).ids[-1] == 0


def test_letters_are_folded_but_umlauts_and_marks_left_out() -> None:
    tokenizer = train_tokenizer(["Wasser kocht schön", "schon wieder Łódź, Москва?", "WASSER gefriert!"] * 5, 90)

    def cut(text: str) -> list[str]:
        return tokenizer.encode(text, add_special_tokens=False).tokens

    assert cut("WASSER,  kocht.") == cut("wasser kocht")
    assert cut("Łódź") == cut("lodz")
    assert cut("Москва") == cut("moskva")
    assert cut("schön") != cut("schon")
    assert cut("scho\u0308n") == cut("schön")
    assert cut("schon?") != cut("schon") == cut("«schon»")


def test_every_letter_of_latin_greek_and_cyrillic_is_found_in_the_table() -> None:
    normalizer = folding_normalizer()
    letters = [chr(code) for code in range(0x21, 0x600)]
    composed = [each for each in letters if unicodedata.normalize("NFC", each) == each]
    assert [each for each in composed if normalizer.normalize_str(f"x{each}y") != f"x{fold(each)}y"] == []


@pytest.mark.parametrize("taught", [40, 64])
def test_the_gradient_is_the_one_automatic_differentiation_finds(taught: int) -> None:
    import torch
    from torch.nn.functional import cross_entropy, mse_loss, normalize

    torch.manual_seed(0)
    foreign, english, teacher = (normalize(torch.randn(64, 16)) for _ in range(3))
    numbers = np.arange(64)
    numbers[[5, 7]], numbers[60] = 9, 30
    plan = Plan(scale=7.0, contrast=3.0, imitation=2.0, geometry=50.0, half=False)

    left, right = foreign.clone().requires_grad_(), english.clone().requires_grad_()
    target = teacher[numbers]
    some = torch.from_numpy(numbers < taught)
    other = torch.from_numpy((numbers[:, None] == numbers[None]) & ~np.eye(64, dtype=bool))

    def contrast(scores: "torch.Tensor", masked: "torch.Tensor") -> "torch.Tensor":
        logits = (plan.scale * scores).masked_fill(masked, -torch.inf)
        partner = torch.arange(len(logits))
        return (cross_entropy(logits, partner) + cross_entropy(logits.T, partner)) / 2

    a, b, t, masked = left[some], right[some], target[some], other[some][:, some]
    distilled = plan.imitation * (contrast(a @ t.T, masked) + contrast(b @ t.T, masked))
    likeness = sum(mse_loss(x @ y.T, t @ t.T) for x, y in ((a, b), (a, a), (b, b)))
    expected = plan.contrast * contrast(left @ right.T, other)
    expected = expected + some.float().mean() * (distilled + plan.geometry / 3 * likeness)
    expected.backward()

    loss, by_left, by_right = gradients(foreign, english, numbers, teacher[:taught], replace(plan, yielding=1.0))
    assert loss == pytest.approx(float(expected.detach()), rel=1e-5)
    torch.testing.assert_close(by_left, left.grad, atol=1e-6, rtol=1e-4)
    torch.testing.assert_close(by_right, right.grad, atol=1e-6, rtol=1e-4)


def test_english_feels_the_stated_share_of_the_other_languages_pull() -> None:
    import torch
    from torch.nn.functional import normalize

    torch.manual_seed(0)
    foreign, english = normalize(torch.randn(8, 4)), normalize(torch.randn(8, 4))
    plan = Plan(half=False, yielding=0.25)
    whole, part = (gradients(foreign, english, np.arange(8), None, each) for each in (replace(plan, yielding=1), plan))
    torch.testing.assert_close(part[1], whole[1])
    torch.testing.assert_close(part[2], whole[2] / 4)


def test_rare_pieces_count_for_more() -> None:
    weights = rarity(np.array([1] * 9 + [2] * 3 + [3], np.int32), 4, 0.5)
    np.testing.assert_allclose(weights[[1, 2, 3, 0]], np.sqrt(np.array([100, 101, 102, 103]) / 5000), rtol=1e-6)
    assert (rarity(np.array([1, 1, 2], np.int32), 3, 0.0) == 1).all()


@pytest.mark.slow
def test_the_command_trains_and_takes_a_vocabulary_by_size_or_file(
    claimcheck: Claimcheck, data: Path, tmp_path: Path
) -> None:
    small = ("--languages", "de,en", "--steps", "3", "--batch", "16", "--dimension", "8", "--threads", "1")
    first = claimcheck("encoder", "train", data, tmp_path / "first", *small, "--vocabulary", "200")
    assert first.code == 0, first.said
    assert "news held out de→en: " in first.said
    tokenizer = tmp_path / "first" / "tokenizer.json"
    again = claimcheck("encoder", "train", data, tmp_path / "again", *small, "--vocabulary", tokenizer)
    assert again.code == 0, again.said
    fingerprints = {run.said.partition("fingerprint ")[2].split()[0] for run in (first, again)}
    assert len(fingerprints) == 1
    too_small = claimcheck("encoder", "train", data, tmp_path / "none", *small, "--vocabulary", "50")
    assert (too_small.code, (tmp_path / "none").exists()) == (2, False)
    no_file = claimcheck("encoder", "train", data, tmp_path / "none", *small, "--vocabulary", tmp_path / "nothing")
    assert (no_file.code, "is no tokenizer" in no_file.said) == (1, True)
