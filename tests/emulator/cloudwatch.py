"""CloudWatch: composite alarms."""

from __future__ import annotations

from moto.cloudwatch.responses import CloudWatchResponse


def patch() -> None:
    """moto keeps composite alarms but has no PutCompositeAlarm: PutMetricAlarm reads the rule and makes one."""
    CloudWatchResponse.put_composite_alarm = CloudWatchResponse.put_metric_alarm
