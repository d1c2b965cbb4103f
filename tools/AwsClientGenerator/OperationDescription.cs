namespace AwsClientGenerator;

/// <summary>One operation.</summary>
/// <param name="Request">What is sent.</param>
/// <param name="Response">What is answered.</param>
/// <param name="About">One sentence.</param>
/// <param name="Method">REST: the HTTP method.</param>
/// <param name="Path">REST: the path, with the members that stand in it in braces.</param>
/// <param name="Root">REST: the element that holds the members of the request that are not elsewhere.</param>
internal sealed record OperationDescription(
    OrderedDictionary<string, MemberDescription> Request,
    OrderedDictionary<string, MemberDescription> Response,
    string? About = null,
    string? Method = null,
    string? Path = null,
    string? Root = null);
