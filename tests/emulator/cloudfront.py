"""CloudFront: policies, functions, and distributions that are what they were asked to be."""

from __future__ import annotations

import re
import uuid
import xml.etree.ElementTree as ElementTree

from moto.cloudfront.models import Invalidation

from emulator import cloudfront_functions
from emulator.account import new_id, table
from emulator.cloudfront_xml import NAMESPACE, error, inner
from emulator.patching import around
from emulator.wire import Call, Moto, Reply, xml_reply

_VERSION = "/2020-05-31/"

# Path segment -> (element, element of its configuration). moto has none of the three: 404 with a page of HTML, which the provider cannot read.
_POLICIES = {
    "cache-policy": ("CachePolicy", "CachePolicyConfig"),
    "origin-request-policy": ("OriginRequestPolicy", "OriginRequestPolicyConfig"),
    "response-headers-policy": ("ResponseHeadersPolicy", "ResponseHeadersPolicyConfig"),
}

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html and its two neighbours
_MANAGED = {
    "cache-policy": {
        "658327ea-f89d-4fab-a63d-7e88639e58f6": "Managed-CachingOptimized",
        "b2884449-e4de-46a7-ac36-70bc7f1ddd6d": "Managed-CachingOptimizedForUncompressedObjects",
        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": "Managed-CachingDisabled",
        "83da9c7e-98b4-4e11-a168-04f0df8e2c65": "UseOriginCacheControlHeaders",
        "4cc15a8a-d715-48a4-82b8-cc0b614638fe": "UseOriginCacheControlHeaders-QueryStrings",
    },
    "origin-request-policy": {
        "216adef6-5c7f-47e4-b989-5492eafa07d3": "Managed-AllViewer",
        "b689b0a8-53d0-40ab-baf2-68738e2966ac": "Managed-AllViewerExceptHostHeader",
        "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf": "Managed-CORS-S3Origin",
        "59781a5b-3903-41f3-afcb-af62929ccde1": "Managed-CORS-CustomOrigin",
    },
    "response-headers-policy": {
        "67f7725c-6f97-4210-82d7-5512b31e9d03": "Managed-SecurityHeadersPolicy",
        "eaab4381-ed33-4a86-88ca-d9558dc6cd63": "Managed-CORS-with-preflight-and-SecurityHeadersPolicy",
        "60669652-455b-4ae9-85a4-c4c02393f86c": "Managed-SimpleCORS",
    },
}

_policies = {segment: table() for segment in _POLICIES}
_distributions = table()


def patch() -> None:
    """moto calls a finished invalidation COMPLETED; AWS calls it Completed, and everything waits for that word."""

    @around(Invalidation, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.status = "Completed"


def answer(call: Call, moto: Moto) -> Reply:
    """Policies and functions are the emulator's own; of distributions, moto keeps the life and the emulator the words."""
    segment, *rest = call.path.removeprefix(_VERSION).split("/")
    if segment in _POLICIES:
        return _answer_policy(call, segment, *rest)
    if segment == "function":
        return cloudfront_functions.answer(call, *rest)
    if segment == "distribution" and (not rest or rest[1:] in ([], ["config"])):
        return _answer_distribution(call, moto, rest[0] if rest else None)
    return moto()


def _answer_policy(call: Call, segment: str, name: str | None = None, tail: str | None = None) -> Reply:
    element, config_element = _POLICIES[segment]
    policies = _policies[segment]

    def describe(policy: dict[str, str], namespace: str = " " + NAMESPACE) -> str:
        return f"<{element}{namespace}><Id>{policy['id']}</Id><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime><{config_element}>{policy['config']}</{config_element}></{element}>"

    managed = {key: {"id": key, "config": f"<Name>{value}</Name><MinTTL>0</MinTTL>", "etag": "E"} for key, value in _MANAGED[segment].items()}
    if name is None and call.method == "POST":
        policy = {"id": str(uuid.uuid4()), "config": inner(config_element, call.body.decode()), "etag": new_id()[:14].upper()}
        if any(inner("Name", each["config"]) == inner("Name", policy["config"]) for each in policies.values()):
            return error(f"{element}AlreadyExists", "The name is taken.", 409)
        policies[policy["id"]] = policy
        return xml_reply(describe(policy), 201, ETag=policy["etag"], Location=f"{call.path}/{policy['id']}")
    if name is None:
        listed = [("custom", each) for each in policies.values()] + [("managed", each) for each in managed.values()]
        wanted = [(kind, each) for kind, each in listed if call.query.get("Type", kind) == kind]
        items = "".join(f"<{element}Summary><Type>{kind}</Type>{describe(each, '')}</{element}Summary>" for kind, each in wanted)
        return xml_reply(f"<{element}List {NAMESPACE}><MaxItems>100</MaxItems><Quantity>{len(wanted)}</Quantity><Items>{items}</Items></{element}List>")
    policy = policies.get(name) or managed.get(name)
    if policy is None:
        return error(f"NoSuch{element}", "There is no such policy.")
    if call.method in ("PUT", "DELETE"):
        if name in managed:
            return error("AccessDenied", "A managed policy cannot be changed.", 403)
        if call.header("If-Match") != policy["etag"]:
            return error("PreconditionFailed", "The policy was changed in the meantime.", 412)
    if call.method == "DELETE":
        if any(name in each for each in _distributions.values()):
            return error(f"{element}InUse", "A distribution uses the policy.", 409)
        del policies[name]
        return Reply(204)
    if call.method == "PUT":
        policy["config"], policy["etag"] = inner(config_element, call.body.decode()), new_id()[:14].upper()
    return xml_reply(f"<{config_element} {NAMESPACE}>{policy['config']}</{config_element}>" if tail == "config" else describe(policy), ETag=policy["etag"])


def _answer_distribution(call: Call, moto: Moto, name: str | None) -> Reply:
    # moto answers its own idea of a distribution: cached headers beside a cache policy, a default certificate beside ACM's, empty access
    # controls. Terraform would change them all for ever. What was asked for is answered instead, with moto's defaults for what was not.
    asked = inner("DistributionConfig", call.body.decode()) if call.method in ("POST", "PUT") else None
    reply = moto()
    if not reply.is_success:
        return reply
    text = reply.body.decode()
    name = name or inner("Id", text)
    if call.method == "DELETE":
        _distributions.pop(name, None)
        return reply
    if asked is not None:
        _distributions[name] = asked
    # The list of all distributions has no configuration, and GET of it no name.
    config = _distributions.get(name)
    if config is None:
        return reply
    merged = _with_defaults(config, inner("DistributionConfig", text))
    return reply.with_body(re.sub(
        "<DistributionConfig( [^>]*)?>.*</DistributionConfig>",
        lambda found: f"<DistributionConfig{found[1] or ''}>{merged}</DistributionConfig>",
        text,
        flags=re.S).encode())


def _with_defaults(config: str, defaults: str) -> str:
    """AWS answers every top-level element; those that were not asked for come from moto."""

    def name(element: ElementTree.Element) -> str:
        return element.tag.rpartition("}")[2]

    asked = {name(element) for element in ElementTree.fromstring(f"<r>{config}</r>")}
    return config + "".join(ElementTree.tostring(element, encoding="unicode") for element in ElementTree.fromstring(f"<r>{defaults}</r>") if name(element) not in asked)
