using System.Globalization;
using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Reporting.Tracing;

/// <summary>Where a trace goes, as the OpenTelemetry variables say (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).</summary>
public sealed record TraceOptions
{
    /// <summary>Where spans are sent: with /v1/traces for HTTP.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>True: gRPC; false: protobuf over HTTP, the default.</summary>
    public bool IsGrpc { get; init; }

    /// <summary><c>name=value,name=value</c>; may hold a secret.</summary>
    public string? Headers { get; init; }

    /// <summary>How long the export may take. 10 seconds unless told.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attributes of the whole trace; service.name is always one of them.</summary>
    public required IReadOnlyDictionary<string, string> Resource { get; init; }

    /// <summary>W3C trace context of who started the run; null when there is none.</summary>
    public string? Parent { get; init; }

    /// <summary>Null when no trace is asked for.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <exception cref="FairleadException">A trace is asked for in a way that cannot be done.</exception>
    public static TraceOptions? Read(Func<string, string?> variable)
    {
        string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
        string? Own(string name) => Value($"OTEL_EXPORTER_OTLP_TRACES_{name}") ?? Value($"OTEL_EXPORTER_OTLP_{name}");

        if (Own("ENDPOINT") is not { } endpoint
            || string.Equals(Value("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
            || string.Equals(Value("OTEL_TRACES_EXPORTER"), "none", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var protocol = Own("PROTOCOL") ?? "http/protobuf";
        if (protocol is not ("http/protobuf" or "grpc"))
        {
            throw new FairleadException(
                "The trace was not sent.",
                $"OTEL_EXPORTER_OTLP_PROTOCOL is '{protocol}', which is not supported.",
                "Set it to http/protobuf or grpc; every collector takes one of them.");
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new FairleadException(
                "The trace was not sent.",
                $"OTEL_EXPORTER_OTLP_ENDPOINT is '{UrlText.Of(endpoint)}', which is not an http or https URL.",
                "Set it to a URL such as http://localhost:4318.");
        }

        return new TraceOptions
        {
            // The variable for traces is the whole URL; the one for all signals is what their paths are added to.
            Endpoint = protocol == "grpc" || Value("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") is not null ? uri : new Uri($"{endpoint.TrimEnd('/')}/v1/traces"),
            IsGrpc = protocol == "grpc",
            Headers = Own("HEADERS"),
            Timeout = int.TryParse(Own("TIMEOUT"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0
                ? TimeSpan.FromMilliseconds(milliseconds)
                : TimeSpan.FromSeconds(10),
            Resource = ReadResource(Value("OTEL_RESOURCE_ATTRIBUTES"), Value("OTEL_SERVICE_NAME")),
            Parent = Value("TRACEPARENT"),
        };
    }

    /// <summary><c>deployment.environment=prod,team=web%20shop</c></summary>
    private static Dictionary<string, string> ReadResource(string? attributes, string? service)
    {
        var resource = new Dictionary<string, string> { ["service.name"] = "fairlead" };
        foreach (var pair in (attributes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2) is [{ Length: > 0 } name, var value])
            {
                resource[name.Trim()] = Uri.UnescapeDataString(value.Trim());
            }
        }

        if (service is not null)
        {
            resource["service.name"] = service;
        }

        return resource;
    }

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this with { Headers = Headers is null ? null : SecretMask.Mark });
}
