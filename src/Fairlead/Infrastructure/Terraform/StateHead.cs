using System.Text.Json;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>Reads serial and lineage from the beginning of a state, and drops the rest as it comes: a state holds secrets.</summary>
internal static class StateHead
{
    // terraform writes version, terraform_version, serial and lineage first; a state where they do not come this early is none.
    private const int Longest = 1 << 20;

    // {
    //   "version": 4,
    //   "terraform_version": "1.11.4",
    //   "serial": 3,
    //   "lineage": "18e51ce4-89cf-536b-42bb-e0276b20643d",
    //   "outputs": {
    /// <returns>Null when there is nothing, or no state.</returns>
    public static async Task<StateSerial?> ReadAsync(Stream stream)
    {
        var buffer = new byte[1 << 14];
        var length = 0;
        StateSerial? found = null;
        for (int read; (read = await stream.ReadAsync(found is null && length < Longest ? buffer.AsMemory(length) : buffer)) > 0;)
        {
            if (found is not null || length >= Longest)
            {
                continue;
            }

            length += read;
            found = Parse(buffer.AsSpan(0, length));
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        Array.Clear(buffer);
        return found;
    }

    private static StateSerial? Parse(ReadOnlySpan<byte> json)
    {
        long? serial = null;
        string? lineage = null;
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
            while ((serial is null || lineage is null) && reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                var (isSerial, isLineage) = (reader.ValueTextEquals("serial"), reader.ValueTextEquals("lineage"));
                if (!reader.Read())
                {
                    break;
                }

                if (isSerial && reader.TokenType == JsonTokenType.Number)
                {
                    serial = reader.GetInt64();
                }
                else if (isLineage && reader.TokenType == JsonTokenType.String)
                {
                    lineage = reader.GetString();
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }

        // A backend without a state answers with an empty one, which has no lineage.
        return serial is { } number && lineage is { Length: > 0 } ? new StateSerial(number, lineage) : null;
    }
}
