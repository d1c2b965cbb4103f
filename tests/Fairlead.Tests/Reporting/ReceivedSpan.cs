using System.Buffers.Binary;
using System.Text;

namespace Fairlead.Tests.Reporting;

/// <summary>A span of an OTLP request, read from its protobuf (https://github.com/open-telemetry/opentelemetry-proto, trace.proto).</summary>
internal sealed record ReceivedSpan(
    string TraceId,
    string SpanId,
    string ParentId,
    string Name,
    ulong Start,
    ulong End,
    IReadOnlyDictionary<string, string> Attributes,
    int Status)
{
    public static (IReadOnlyDictionary<string, string> Resource, IReadOnlyList<ReceivedSpan> Spans) Read(byte[] request)
    {
        var resourceSpans = Fields(Fields(request).Single(x => x.Number == 1).Bytes);
        var spans = resourceSpans.Where(x => x.Number == 2).SelectMany(x => Fields(x.Bytes)).Where(x => x.Number == 2).Select(x => Span(Fields(x.Bytes)));
        return (Pairs(Fields(resourceSpans.Single(x => x.Number == 1).Bytes), 1), [.. spans]);
    }

    private static ReceivedSpan Span(List<(int Number, byte[] Bytes, ulong Value)> fields) => new(
        Hex(fields, 1), Hex(fields, 2), Hex(fields, 4),
        Encoding.UTF8.GetString(fields.Single(x => x.Number == 5).Bytes),
        fields.Single(x => x.Number == 7).Value,
        fields.Single(x => x.Number == 8).Value,
        Pairs(fields, 9),
        fields.Where(x => x.Number == 15).SelectMany(x => Fields(x.Bytes)).Where(x => x.Number == 3).Select(x => (int)x.Value).SingleOrDefault());

    private static string Hex(List<(int Number, byte[] Bytes, ulong Value)> fields, int number)
        => Convert.ToHexStringLower(fields.Where(x => x.Number == number).Select(x => x.Bytes).SingleOrDefault() ?? []);

    private static Dictionary<string, string> Pairs(List<(int Number, byte[] Bytes, ulong Value)> fields, int number)
        => fields.Where(x => x.Number == number).Select(x => Fields(x.Bytes)).ToDictionary(
            x => Encoding.UTF8.GetString(x.Single(y => y.Number == 1).Bytes),
            x => Encoding.UTF8.GetString(Fields(x.Single(y => y.Number == 2).Bytes).Single().Bytes));

    private static List<(int Number, byte[] Bytes, ulong Value)> Fields(byte[] message)
    {
        var fields = new List<(int, byte[], ulong)>();
        var at = 0;
        while (at < message.Length)
        {
            var key = Varint();
            switch (key & 7)
            {
                case 0:
                    fields.Add(((int)(key >> 3), [], Varint()));
                    break;
                case 1:
                    fields.Add(((int)(key >> 3), [], BinaryPrimitives.ReadUInt64LittleEndian(message.AsSpan(at))));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint();
                    fields.Add(((int)(key >> 3), message[at..(at + length)], 0));
                    at += length;
                    break;
                case 5:
                    fields.Add(((int)(key >> 3), [], BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(at))));
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} at {at}.");
            }
        }

        return fields;

        ulong Varint()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = message[at++];
                value |= (ulong)(part & 0x7f) << shift;
                if (part < 0x80)
                {
                    return value;
                }
            }
        }
    }
}
