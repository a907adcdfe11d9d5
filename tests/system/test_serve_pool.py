"""The pool: what waits, what is turned away, what is stopped, and that the next request finds a worker again."""

import asyncio
import os
import time

import pytest
import uvloop

from claimcheck.errors import NotFound, ServerBusy, ServerFailed, ServerNotReady, ServerTooSlow
from claimcheck.serve.pool import Pool
from claimcheck.serve.worker import Orders
from tests.loops import in_a_thread
from tests.unit.slow_workers import work


def with_pool(folder, body, **options):
    """Run ``body(pool)`` in an event loop, with a pool that is ready."""
    options = {"count": 2, "seconds": 20.0, "most_waiting": 8, "wait": True, "loop_factory": None, **options}
    wait, count, loop = options.pop("wait"), options.pop("count"), options.pop("loop_factory")

    async def whole():
        pool = Pool(Orders(folder), count, work=work, **options)
        pool.start()
        try:
            while wait and not pool.ready:
                await asyncio.sleep(0.02)
            return await body(pool)
        finally:
            await pool.close()

    def run():
        with asyncio.Runner(loop_factory=loop) as runner:
            return runner.run(whole())

    return in_a_thread(run)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_two_jobs_run_in_two_processes_at_once(tmp_path):
    async def body(pool):
        await asyncio.gather(*(pool.run("sleep", {"seconds": 0.3}) for _ in range(2)))  # both have started
        begun = time.perf_counter()
        found = await asyncio.gather(*(pool.run("sleep", {"seconds": 0.5}) for _ in range(2)))
        return set(found), time.perf_counter() - begun

    pids, seconds = with_pool(tmp_path, body)
    assert len(pids) == 2
    assert str(os.getpid()).encode() not in pids
    assert seconds < 0.95


def test_a_job_that_takes_too_long_is_stopped_and_its_process_is_gone(tmp_path):
    async def body(pool):
        pid = int(await pool.run("sleep", {}))
        with pytest.raises(ServerTooSlow):
            await pool.run("sleep", {"seconds": 60})
        for _ in range(200):
            if not alive(pid):
                break
            await asyncio.sleep(0.02)
        again = int(await pool.run("sleep", {}))
        return pid, again

    pid, again = with_pool(tmp_path, body, count=1, seconds=2.0)
    assert pid != again
    assert not alive(pid)


def test_a_worker_that_dies_fails_its_own_job_only(tmp_path):
    async def body(pool):
        other = asyncio.ensure_future(pool.run("sleep", {"seconds": 0.5}))
        with pytest.raises(ServerFailed):
            await pool.run("die", {})
        await other
        return await asyncio.gather(*(pool.run("sleep", {"seconds": 0.1}) for _ in range(4)))

    assert len(with_pool(tmp_path, body)) == 4


def test_an_error_of_a_job_comes_back_as_it_was_raised(tmp_path):
    async def body(pool):
        await pool.run("fail", {})

    with pytest.raises(NotFound, match="no claim has the id 'x': look again"):
        with_pool(tmp_path, body, count=1)


def test_more_than_may_wait_are_turned_away_at_once(tmp_path):
    async def body(pool):
        jobs = [asyncio.ensure_future(pool.run("sleep", {"seconds": 0.4})) for _ in range(3)]  # one works, two wait
        await asyncio.sleep(0.1)
        begun = time.perf_counter()
        with pytest.raises(ServerBusy, match="2 requests wait already"):
            await pool.run("sleep", {})
        refused_after = time.perf_counter() - begun
        await asyncio.gather(*jobs)
        return refused_after

    assert with_pool(tmp_path, body, count=1, most_waiting=2) < 0.1


def test_heavy_jobs_leave_one_worker_for_quick_ones(tmp_path):
    async def body(pool):
        await asyncio.gather(*(pool.run("sleep", {"seconds": 0.2}) for _ in range(2)))
        heavy = [asyncio.ensure_future(pool.run("sleep", {"seconds": 1.0}, heavy=True)) for _ in range(3)]
        await asyncio.sleep(0.1)
        begun = time.perf_counter()
        await pool.run("sleep", {})
        quick = time.perf_counter() - begun
        for each in heavy:
            each.cancel()
        return quick

    assert with_pool(tmp_path, body) < 0.5


def test_two_jobs_that_write_never_run_at_once(tmp_path):
    async def body(pool):
        await asyncio.gather(*(pool.run("sleep", {"seconds": 0.2}) for _ in range(2)))
        begun = time.perf_counter()
        await asyncio.gather(*(pool.run("sleep", {"seconds": 0.3}, writes=True) for _ in range(2)))
        return time.perf_counter() - begun

    assert with_pool(tmp_path, body) > 0.55


def test_who_comes_while_the_index_is_made_is_told_to_come_again_and_the_making_goes_on(tmp_path):
    async def body(pool):
        with pytest.raises(ServerNotReady, match="updating the search index: try again"):
            await pool.run("prepare", {"seconds": 2.0})
        return await asyncio.gather(pool.run("sleep", {}), pool.run("sleep", {}))

    first, second = with_pool(tmp_path, body, count=1, seconds=1.2)
    assert first == second  # it was not stopped, and answered when it was done


def test_before_a_worker_has_started_a_request_waits_and_then_says_why(tmp_path):
    (tmp_path / "slow-start").touch()

    async def body(pool):
        with pytest.raises(ServerNotReady, match="not ready yet"):
            await pool.run("sleep", {})
        while not pool.ready:
            await asyncio.sleep(0.05)
        return await pool.run("sleep", {})

    said = []
    assert with_pool(tmp_path, body, count=1, seconds=0.5, wait=False, say=said.append)
    assert said == ["building the search index"]


def test_what_is_larger_than_a_sockets_buffer_goes_there_and_back_whole(tmp_path):
    sent = os.urandom(5_000_000)

    async def body(pool):
        return await asyncio.gather(*(pool.run("echo", {"echo": sent}) for _ in range(3)))

    assert with_pool(tmp_path, body) == [sent] * 3
    assert with_pool(tmp_path, body, loop_factory=uvloop.new_event_loop) == [sent] * 3
