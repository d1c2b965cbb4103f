"""The server itself: how it starts and ends, its knobs, its log of calls, and what it says when it has no answer."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import unittest
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Iterator

from botocore.exceptions import ClientError

from emulator.application import Application
from emulator.server import check_moto
from emulator.tests.support import EmulatorTestCase


# Seconds, for what hangs: Python alone takes half a minute to start beside five stacks that are planned.
PATIENCE = 180


class ProcessTests(unittest.TestCase):
    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "emulator", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def test_one_line_says_where_it_listens_and_the_end_of_standard_input_ends_it(self):
        process = self.start("--until-stdin-closes")
        line = process.stdout.readline()
        self.assertRegex(line, r"^Listening on http://127\.0\.0\.1:\d+\n$")
        with urllib.request.urlopen(line.split()[-1] + "/_emulator/calls") as answer:
            self.assertEqual([], json.loads(answer.read()))
        output, error = process.communicate(timeout=PATIENCE)
        self.assertEqual((0, "", ""), (process.returncode, output, error))

    def test_a_signal_ends_it_and_its_log_is_for_those_who_ask(self):
        process = self.start("--log", MOTO_IAM_LOAD_MANAGED_POLICIES="true")
        url = process.stdout.readline().split()[-1]
        iam = EmulatorTestCase()
        iam.url = url
        iam.client("iam").create_role(RoleName="r", AssumeRolePolicyDocument="{}")
        iam.client("iam").attach_role_policy(RoleName="r", PolicyArn="arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")
        process.send_signal(signal.SIGTERM)
        _, error = process.communicate(timeout=PATIENCE)
        self.assertEqual(0, process.returncode)
        self.assertEqual(["POST /  200"] * 2, error.splitlines())

    def test_a_port_that_is_taken_is_said_so(self):
        url = self.start("--until-stdin-closes").stdout.readline()
        output, error = self.start("--port", url.strip().rpartition(":")[2]).communicate(timeout=PATIENCE)
        self.assertEqual("", output)
        self.assertIn("in use", error)

    def test_another_moto_is_refused(self):
        check_moto("5.2.9")
        for installed, part in (("5.3.0", "cannot change 5.3.0"), ("6.0", "cannot change 6.0"), (None, "there is none")):
            with self.assertRaisesRegex(RuntimeError, part):
                check_moto(installed)


class ApplicationTests(unittest.TestCase):
    def test_calls_on_several_connections_are_answered_one_after_the_other(self):
        meeting = threading.Barrier(2)
        met = []

        def moto(environ: dict[str, Any], start: Any) -> Iterator[bytes]:
            # Two that are in here together meet at once; one alone gives up, and so does nobody after it.
            with contextlib.suppress(threading.BrokenBarrierError):
                meeting.wait(1)
                met.append(environ["PATH_INFO"])
            start("200 OK", [])
            yield environ["PATH_INFO"].encode()

        application = Application()
        application._moto = moto
        answers = []
        calls = [threading.Thread(target=lambda path=path: answers.extend(application({"REQUEST_METHOD": "GET", "PATH_INFO": path}, lambda *_: None))) for path in ("/a", "/b")]
        for call in calls:
            call.start()
        for call in calls:
            call.join()
        self.assertEqual([b"/a", b"/b"], sorted(answers))
        self.assertEqual([], met)


class ServerTests(EmulatorTestCase):
    def test_a_connection_serves_many_calls(self):
        address = urllib.parse.urlsplit(self.url)
        connection = http.client.HTTPConnection(address.hostname, address.port)
        self.addCleanup(connection.close)
        sockets = set()
        for method, body in (("POST", b"{}"), ("GET", None), ("PUT", b"x" * 100_000), ("HEAD", None), ("GET", None)):
            connection.request(method, "/_emulator/ecs" if method in ("GET", "POST") else "/bucket", body)
            connection.getresponse().read()
            sockets.add(connection.sock)
        self.assertEqual(1, len(sockets))
        self.assertNotIn(None, sockets)

    def test_bodies_of_any_framing_arrive(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="bucket")
        large = os.urandom(3_000_000)
        s3.put_object(Bucket="bucket", Key="large", Body=large)
        self.assertEqual(large, s3.get_object(Bucket="bucket", Key="large")["Body"].read())
        self.assertEqual(3_000_000, s3.head_object(Bucket="bucket", Key="large")["ContentLength"])
        address = urllib.parse.urlsplit(self.url)
        connection = http.client.HTTPConnection(address.hostname, address.port)
        self.addCleanup(connection.close)
        connection.request("PUT", "/bucket/chunked", iter([b"one", b"two"]), encode_chunked=True, headers={"Transfer-Encoding": "chunked"})
        self.assertEqual(200, connection.getresponse().status)
        self.assertEqual(b"onetwo", s3.get_object(Bucket="bucket", Key="chunked")["Body"].read())

    def test_calls_are_told_with_the_resources_that_a_policy_names(self):
        self.client("ecr").create_repository(repositoryName="shop")
        self.client("s3").create_bucket(Bucket="bucket")
        self.client("s3").put_object(Bucket="bucket", Key="a/b", Body=b"")
        self.client("sts").get_caller_identity()
        told = [(each["service"], each["action"], each["resources"], each["access_key"]) for each in self.http("GET", "/_emulator/calls")]
        self.assertEqual([
            ("ecr", "CreateRepository", ["arn:aws:ecr:us-east-1:123456789012:repository/shop"], "test"),
            ("s3", "PUT", ["arn:aws:s3:::bucket"], "test"),
            ("s3", "PUT", ["arn:aws:s3:::bucket/a/b"], "test"),
            ("sts", "GetCallerIdentity", ["*"], "test"),
        ], told)
        self.post("/_emulator/calls/reset")
        self.assertEqual([], self.http("GET", "/_emulator/calls"))

    def test_a_knob_that_is_misspelt_or_of_another_kind_is_refused(self):
        for path, body in (("/_emulator/ecs", {"slwo": 1}), ("/_emulator/ecs", {"slow": "1"}), ("/_emulator/nothing", {})):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                self.post(path, body)
            self.assertIn(refused.exception.code, (400, 404))
            refused.exception.close()
        self.assertEqual({"slow": 0, "fail_images": [], "exit_codes": {}}, self.http("GET", "/_emulator/ecs"))

    def test_emptying_the_account_restores_the_knobs(self):
        self.post("/_emulator/ecs", {"slow": 3})
        self.post("/moto-api/reset")
        self.assertEqual(0, self.http("GET", "/_emulator/ecs")["slow"])

    def test_what_has_no_answer_is_said_so_once_and_not_to_be_repeated(self):
        for service, operation, arguments in (("ecs", "list_service_deployments", {"cluster": "c", "service": "s"}), ("pricing", "describe_services", {}), ("ec2", "describe_fast_launch_images", {})):
            with self.assertRaises(ClientError) as refused:
                getattr(self.client(service), operation)(**arguments)
            answer = refused.exception.response
            self.assertEqual(("NotImplemented", 501, 0), (answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"], answer["ResponseMetadata"]["RetryAttempts"]))
            self.assertIn(service, answer["Error"]["Message"])
