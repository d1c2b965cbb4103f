"""An emulator in this process and a stock moto in another, and clients of both."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
import threading
import unittest
import urllib.request
from typing import Any, Callable

import boto3
from botocore.config import Config
from botocore.exceptions import ParamValidationError

from emulator.server import create_server

# An image that moto has from its start; describing them all takes longer than most tests.
IMAGE = "ami-12c6146b"

_CONFIG = Config(retries={"total_max_attempts": 1}, connect_timeout=60, read_timeout=120, s3={"addressing_style": "path"})
# A test empties the account often, and reading AWS's policies takes most of a second each time.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "false")

_SESSION = boto3.session.Session(region_name="us-east-1")


@functools.cache
def emulator_url() -> str:
    """Starts the emulator, once in a run of tests."""
    server = create_server(0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


@functools.cache
def stock_url() -> str:
    """Starts moto as it is. It ends with this process, whose end closes its standard input."""
    program = "import os,sys,threading; threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start(); from moto.server import main; main(['-H', '127.0.0.1', '-p', '0'])"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MOTO_", "AWS_"))}
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    unittest.addModuleCleanup(_stop, process)
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"Running on (http://\S+)", line):
            threading.Thread(target=lambda: process.stderr.read(), daemon=True).start()
            return found[1]
    raise RuntimeError("moto did not start.")


def _stop(process: subprocess.Popen[str]) -> None:
    stock_url.cache_clear()
    process.kill()
    process.communicate()


class EmulatorTestCase(unittest.TestCase):
    """A test with an empty account."""

    url = ""

    def setUp(self) -> None:
        self.url = emulator_url()
        self.post("/moto-api/reset")

    def client(self, service: str, **credentials: str) -> Any:
        """A client of boto3 that repeats nothing."""
        return _client(self.url, service, **{"aws_access_key_id": "test", "aws_secret_access_key": "test", **credentials})

    def post(self, path: str, body: Any = None) -> Any:
        """POSTs JSON to the emulator itself."""
        return self.http("POST", path, body)

    def http(self, method: str, path: str, body: Any = None) -> Any:
        """Sends JSON to the emulator itself, and reads it."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or b"null")

    def network(self) -> tuple[list[str], str]:
        """Two subnets in two zones, and a security group."""
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=f"us-east-1{'ab'[i]}")["Subnet"]["SubnetId"] for i in range(2)]
        return subnets, ec2.create_security_group(VpcId=vpc, GroupName="group", Description="group")["GroupId"]


# Making one reads the vendor's whole description of the service.
@functools.cache
def _client(url: str, service: str, **credentials: str) -> Any:
    return _SESSION.client(service, endpoint_url=url, config=_CONFIG, **credentials)


def mends(test: Callable[[Any], None]) -> Callable[[Any], None]:
    """Marks a test of a patch: ``also_on_stock_moto`` makes a twin of it, which has to fail."""
    test.mends = True  # type: ignore[attr-defined]
    return test


def also_on_stock_moto(case: type[EmulatorTestCase]) -> type[EmulatorTestCase]:
    """Adds, for each test that is marked, one that says that stock moto fails it: a check that stock moto passes proves no patch."""
    for name, test in list(vars(case).items()):
        if getattr(test, "mends", False):
            setattr(case, f"{name}_fails_on_stock_moto", _twin(test))
    return case


def _twin(test: Callable[[Any], None]) -> Callable[[Any], None]:
    def twin(self: EmulatorTestCase) -> None:
        self.url = stock_url()
        self.post("/moto-api/reset")
        try:
            test(self)
        except ParamValidationError:  # the test itself is wrong
            raise
        except Exception:  # whatever stock moto does wrong, an answer that is wrong or none at all
            return
        self.fail("Stock moto passes: the patch is not needed any more, or the check does not see it.")

    return twin
