using System.Text.Json;
using System.Text.Json.Serialization;
using Fairlead.Json;

namespace Fairlead.Infrastructure.Plans.Costs;

/// <summary>Prices of one region, from a checked-in file (<c>infra/prices/us-east-1.json</c>).</summary>
public sealed record PriceTable
{
    private readonly Dictionary<(string, string, string), PriceLine> _lines = [];

    /// <summary>The region: <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The day that the figures are of.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>ISO 4217: <c>USD</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>Types that cost nothing by themselves.</summary>
    public IReadOnlyList<string> Free { get; init => field = value ?? []; } = [];

    /// <summary>The prices; no two lines for the same thing.</summary>
    public required IReadOnlyList<PriceLine> Prices
    {
        get;
        init
        {
            field = value;
            foreach (var line in value)
            {
                if (line is not { Resource: not null, Attribute: not null, Value: not null })
                {
                    throw new JsonException("a price is of nothing");
                }

                if (!_lines.TryAdd((line.Resource, line.Attribute, line.Value), line))
                {
                    throw new JsonException($"two prices for {line.Resource}, {line.Attribute}, {line.Value}");
                }
            }
        }
    }

    /// <summary>A price; null when the table has none.</summary>
    public PriceLine? Find(string resource, string attribute, string value) => _lines.GetValueOrDefault((resource, attribute, value));

    /// <summary>The same, for looking up.</summary>
    [JsonIgnore]
    internal IReadOnlySet<string> FreeTypes => field ??= Free.ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads a table.</summary>
    /// <exception cref="FairleadException">The file is missing or not right.</exception>
    public static async Task<PriceTable> ReadAsync(string file, CancellationToken cancellationToken = default)
    {
        try
        {
            return Parse(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            var why = e is JsonException json ? json.Reason() : e.Message;
            throw new FairleadException("The price table cannot be read.", $"{file}: {why.TrimEnd('.')}.", "Restore the file, or name another one.", e);
        }
    }

    /// <summary>Parses a table.</summary>
    /// <exception cref="JsonException">It is not right.</exception>
    public static PriceTable Parse(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, PriceJson.Default.PriceTable) ?? throw new JsonException("it is null");
}
