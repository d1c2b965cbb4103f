namespace AwsClientGenerator;

/// <summary>A structure, which has members, or an enumeration, which has values.</summary>
internal sealed record TypeDescription(string? About = null, OrderedDictionary<string, MemberDescription>? Members = null, IReadOnlyList<string>? Values = null);
