using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwsClientGenerator;

/// <summary>One service, as <c>SERVICE.json</c> describes it: what of the vendor's model this repository uses.</summary>
/// <param name="Namespace">The namespace of the vendor's package.</param>
/// <param name="Client">What the names of its client, configuration and exception begin with.</param>
/// <param name="Title">Its name in comments.</param>
/// <param name="Model">Where botocore keeps its model: <c>ecs/2014-11-13</c>.</param>
/// <param name="Facts">Where it is and how it is spoken to. Filled in by <c>update</c>.</param>
/// <param name="Operations">By name.</param>
/// <param name="Types">Structures and enumerations that the operations refer to.</param>
/// <param name="Errors">Errors that code catches, each with its code. The others are the service's own exception, with their <c>ErrorCode</c>.</param>
/// <param name="KeepsUnknownMembers">Types that keep members that are not described, besides those that are both answered and sent.</param>
internal sealed record ServiceDescription(
    string Namespace,
    string Client,
    string Title,
    string Model,
    ServiceFacts Facts,
    OrderedDictionary<string, OperationDescription> Operations,
    OrderedDictionary<string, TypeDescription> Types,
    OrderedDictionary<string, string>? Errors = null,
    IReadOnlyList<string>? KeepsUnknownMembers = null)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="GeneratorException">The file is not a description, or one that <c>update</c> has not filled in yet.</exception>
    public static ServiceDescription Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (JsonException exception)
        {
            throw new GeneratorException($"{file} is not a complete description: {exception.Message} After adding names, run the generator with 'update' to fill in what they are.");
        }
    }

    public static ServiceDescription Parse(string json) => JsonSerializer.Deserialize<ServiceDescription>(json, Options)!;

    /// <summary>Names of the structures that keep members that are not described: what is read and sent again must lose nothing.</summary>
    public IReadOnlySet<string> RoundTrips()
    {
        var kept = Reachable(x => x.Request.Values).Intersect(Reachable(x => x.Response.Values)).ToHashSet(StringComparer.Ordinal);
        kept.UnionWith(KeepsUnknownMembers ?? []);
        return kept;
    }

    /// <summary>Names of the types that members of the operations refer to, directly or not.</summary>
    public HashSet<string> Reachable(Func<OperationDescription, IEnumerable<MemberDescription>> members)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<MemberDescription>(Operations.Values.SelectMany(members));
        while (waiting.TryPop(out var member))
        {
            if (Types.TryGetValue(member.Shape.Leaf, out var type) && found.Add(member.Shape.Leaf))
            {
                foreach (var next in type.Members?.Values.AsEnumerable() ?? [])
                {
                    waiting.Push(next);
                }
            }
        }

        return found;
    }
}
