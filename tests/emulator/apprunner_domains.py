"""Custom domains of App Runner services: associated at once, active when Route 53 holds the records that prove them."""

from __future__ import annotations

import hashlib
from typing import Any

from moto.route53.models import route53_backends

from emulator.account import ID, table
from emulator.wire import Reply, json_error, json_reply

_domains = table()  # ARN of a service, name -> what is described


def associate(service: dict[str, Any], request: dict[str, Any]) -> Reply:
    """AssociateCustomDomain. Asks for the www subdomain too unless told otherwise, as App Runner does."""
    key = service["ServiceArn"], request["DomainName"]
    if any(name == request["DomainName"] for _, name in _domains):
        return json_error("InvalidRequestException", f"The custom domain {request['DomainName']} is associated already.")
    www = request.get("EnableWWWSubdomain", True)
    _domains[key] = {
        "DomainName": request["DomainName"],
        "EnableWWWSubdomain": www,
        "Status": "creating",
        "CertificateValidationRecords": [_record(request["DomainName"], label) for label in ("", "2a57j77z9.") + (("www.",) if www else ())],
    }
    return json_reply({"CustomDomain": _domains[key], **_of(service)})


def describe(service: dict[str, Any], request: dict[str, Any]) -> Reply:
    """DescribeCustomDomains. One look is one step."""
    found = [domain for (owner, _), domain in _domains.items() if owner == service["ServiceArn"]]
    for domain in found:
        _step(domain)
    return json_reply({"CustomDomains": found, **_of(service)})


def disassociate(service: dict[str, Any], request: dict[str, Any]) -> Reply:
    """DisassociateCustomDomain."""
    domain = _domains.pop((service["ServiceArn"], request["DomainName"]), None)
    if domain is None:
        return json_error("ResourceNotFoundException", f"The custom domain {request['DomainName']} is not associated.")
    return json_reply({"CustomDomain": {**domain, "Status": "deleting"}, **_of(service)})


def _of(service: dict[str, Any]) -> dict[str, Any]:
    return {"DNSTarget": service["ServiceUrl"], "ServiceArn": service["ServiceArn"], "VpcDNSTargets": []}


def _record(name: str, label: str) -> dict[str, str]:
    proof = hashlib.sha256((label + name).encode()).hexdigest()
    return {"Name": f"_{proof[:32]}.{label}{name}.", "Type": "CNAME", "Value": f"_{proof[32:]}.acm-validations.aws.", "Status": "PENDING_VALIDATION"}


def _step(domain: dict[str, Any]) -> None:
    # In lower case, unlike in the vendor's description of the API and like in its answers.
    domain["Status"] = "pending_certificate_dns_validation"
    held = {
        (record.name.rstrip("."), value.rstrip("."))
        for zone in route53_backends[ID]["aws"].zones.values()
        for record in zone.rrsets
        for value in (each["Value"] if isinstance(each, dict) else each for each in record.records or [])
    }
    for record in domain["CertificateValidationRecords"]:
        if (record["Name"].rstrip("."), record["Value"].rstrip(".")) in held:
            record["Status"] = "SUCCESS"
    if all(record["Status"] == "SUCCESS" for record in domain["CertificateValidationRecords"]):
        domain["Status"] = "active"
