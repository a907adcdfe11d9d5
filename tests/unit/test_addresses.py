"""One answer to what is this machine itself, for the server, the model, Milvus and Label Studio."""

from pathlib import Path

import pytest

from claimcheck.addresses import is_loopback
from claimcheck.errors import TokenMissing
from claimcheck.index.milvus.connection import MilvusPlace
from claimcheck.labelstudio.connection import Connection
from claimcheck.llm.terms import Terms
from claimcheck.serve.options import ServeOptions

HERE = ["127.0.0.1", "127.255.0.3", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "localhost", "LOCALHOST."]
AWAY = [
    "",
    "0.0.0.0",
    "::",
    "192.168.1.5",
    "::ffff:192.168.1.5",
    "127.evil.example",
    "127.0.0.1.example.org",
    "localhost.example.org",
    "notlocalhost",
]


@pytest.mark.parametrize(("host", "here"), [*((each, True) for each in HERE), *((each, False) for each in AWAY)])
def test_a_host_is_this_machine_or_not_whoever_asks(host, here):
    address = f"http://[{host}]:8000" if ":" in host else f"http://{host}:8000"
    assert is_loopback(host) is here
    assert MilvusPlace(address, "checks").local is here
    if not host:  # no address of a model, nor of a Label Studio
        return
    assert Terms(f"{address}/v1", "m").local is here
    with Connection(address, "key", timeout=1.0).browser() as browser:
        assert browser.trust_env is not here  # a proxy of the environment is for the net
    options = ServeOptions(Path("w"), host=host)
    if here:
        options.demand_token()
    else:
        with pytest.raises(TokenMissing):
            options.demand_token()
