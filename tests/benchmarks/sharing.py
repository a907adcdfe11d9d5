"""One Dask worker against two on this machine, for each kind of large job; prints the ratios of one run.

``python -m tests.benchmarks.sharing`` does it in full, ``--rounds 1 --articles 40`` shortly. The two take turns, so
that what else the machine does falls on both; the best of each counts. ``--priority -10`` asks the kernel to prefer
all of this run's processes alike (as root, for as long as the run lasts).
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from claimcheck import resources
from claimcheck.batch.cluster import Cluster
from claimcheck.embed import load_encoder
from claimcheck.flows.import_reviews import import_reviews
from claimcheck.flows.reading import ArticleOptions, SplitArticle, read_and_split
from claimcheck.flows.spread import spread_encoder
from claimcheck.match import encode_all
from claimcheck.split import RuleSplitter
from claimcheck.store import Store
from tests.benchmarks.scale import Row
from tests.cluster import LocalCluster

__all__ = ["sharing_rows"]

Job = Callable[[Cluster], int]


def make_articles(folder: Path, count: int) -> list[str]:
    """Articles of ordinary length, every one different."""
    samples = [(resources.seeds() / f"article.{language}.md").read_text(encoding="utf-8") for language in ("de", "en")]
    paths = []
    for number in range(count):
        path = folder / f"{number:04}.md"
        path.write_text(f"{samples[number % 2]}\n\nHarwick counted {number} boats in 2019, the council said.\n")
        paths.append(str(path))
    return paths


def make_reviews(path: Path, count: int) -> Path:
    """Lines of ClaimReview markup, as a feed's archive has them."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            line = {
                "@context": "https://schema.org",
                "@type": "ClaimReview",
                "claimReviewed": f"In {1900 + number % 120} Harwick lost {number} buses after the drivers' strike.",
                "url": f"https://desk.example/{number}",
                "datePublished": "2023-01-02",
                "author": {"@type": "Organization", "name": "Example Desk", "url": "https://desk.example"},
                "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ada Bell"}},
                "reviewRating": {"@type": "Rating", "ratingValue": "1", "bestRating": "5", "alternateName": "False"},
            }
            file.write(json.dumps(line) + "\n")
    return path


def jobs(folder: Path, articles: int) -> dict[str, Job]:
    """What is shared, each told by how many it did."""
    paths, checks = make_articles(folder, articles), make_reviews(folder / "checks.jsonl", 250 * articles)
    texts = [
        f"In {1900 + n % 120} the council of Harwick lost {n} buses after the strike." for n in range(400 * articles)
    ]

    def split(cluster: Cluster) -> int:
        found = read_and_split(paths, splitter=RuleSplitter(), options=ArticleOptions(), executor=cluster)
        return sum(isinstance(each, SplitArticle) for each in found)

    def imported(cluster: Cluster) -> int:
        with tempfile.TemporaryDirectory() as desk:
            store = Store.open(Path(desk) / "desk", create=True, write=True)
            try:
                return import_reviews(store, checks, executor=cluster).new
            finally:
                store.close()

    def encoded(cluster: Cluster) -> int:
        return len(encode_all(texts, spread_encoder(cluster, load_encoder(), name=None)))

    return {"splitting articles": split, "importing past checks": imported, "encoding claims": encoded}


def prefer(priority: int, *pids: int) -> None:
    """Ask the kernel to prefer the sessions of these processes, where it may be asked."""
    for pid in (os.getpid(), *pids):
        with suppress(OSError):
            Path(f"/proc/{pid}/autogroup").write_text(str(priority))


def worked(cluster: LocalCluster) -> list[float]:
    """CPU seconds of each worker so far."""
    ticks = os.sysconf("SC_CLK_TCK")
    fields = [Path(f"/proc/{each.pid}/stat").read_text().rsplit(")", 1)[1].split() for each in cluster.workers]
    return [(int(each[11]) + int(each[12])) / ticks for each in fields]


def sharing_rows(*, articles: int = 240, rounds: int = 4, priority: int = 0) -> Iterator[Row]:
    """For each job: the best seconds of one worker and of two, and how many times faster two are."""
    os.environ |= {"RAYON_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # else one worker's tokenizer takes both cores
    with tempfile.TemporaryDirectory() as name, LocalCluster(1) as one, LocalCluster(2) as two:
        todo = jobs(Path(name), articles)
        for cluster, count in ((one, 1), (two, 2)):
            cluster.wait_for_workers(count)
            prefer(priority, cluster.scheduler.pid, *(each.pid for each in cluster.workers))
        with Cluster.connect(one.address) as alone, Cluster.connect(two.address) as both:
            for what, job in todo.items():
                times: dict[int, list[float]] = {1: [], 2: []}
                busiest: dict[int, list[float]] = {1: [], 2: []}
                done = 0
                for number in range(rounds + 1):
                    for local, cluster, count in ((one, alone, 1), (two, both, 2)):
                        before, begun = worked(local), time.perf_counter()
                        done = job(cluster)
                        if number:  # the first round loads word lists and weights
                            times[count].append(time.perf_counter() - begun)
                            spent = (now - then for now, then in zip(worked(local), before, strict=True))
                            busiest[count].append(max(spent))
                best = {count: min(found) for count, found in times.items()}
                runs = "; ".join(
                    f"{count}: {' '.join(f'{each:.1f}' for each in found)}" for count, found in times.items()
                )
                cpu = {count: min(found) for count, found in busiest.items()}
                yield (
                    f"{what}, {done:,}, one Dask worker and two",
                    f"{best[1]:.1f} s and {best[2]:.1f} s at best, {best[1] / best[2]:.2f} times faster (runs {runs}); "
                    f"the busiest worker's CPU {cpu[1]:.1f} s and {cpu[2]:.1f} s, {cpu[1] / cpu[2]:.2f} times less",
                )
    prefer(0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=240)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--priority", type=int, default=0)
    given = parser.parse_args()
    for row in sharing_rows(articles=given.articles, rounds=given.rounds, priority=given.priority):
        print(": ".join(row))
