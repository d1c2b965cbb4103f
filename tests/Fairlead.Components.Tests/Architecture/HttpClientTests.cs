using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>
/// A client that somebody makes by hand has no limits: a peer that says nothing holds the deploy, and its lock, for ever. All are made by
/// Fairlead.Http. The local cloud is the other side of the wire: its own clients speak within this machine.
/// </summary>
public sealed class HttpClientTests
{
    private static readonly string[] Makers =
    [
        "System.Net.Http.HttpClient",
        "System.Net.Http.HttpClientHandler",
        "System.Net.Http.HttpMessageInvoker",
        "System.Net.Http.SocketsHttpHandler",
        "System.Net.WebClient",
    ];

    [Theory]
    [InlineData("Fairlead")]
    [InlineData("Fairlead.Components")]
    [InlineData("Fairlead.Json")]
    [InlineData("Fairlead.Secrets")]
    [InlineData("Nuke.Common")]
    [InlineData("Nuke.Components")]
    [InlineData("_build")]
    public void Nobody_makes_an_HTTP_client_by_hand(string assembly) => MadeIn(assembly).ShouldBeEmpty();

    [Fact]
    public void What_is_made_is_seen()
        => MadeIn("Fairlead.Http").ShouldBe(["System.Net.Http.HttpClient", "System.Net.Http.SocketsHttpHandler"], ignoreOrder: true);

    [Fact]
    public void No_assembly_of_ours_is_left_out()
        => SourceTree.Projects("src").Select(Path.GetFileNameWithoutExtension).Except(["Fairlead.Http", "Fairlead.LocalCloud"])
            .ShouldBe(["Fairlead", "Fairlead.Components", "Fairlead.Json", "Fairlead.Secrets", "Nuke.Common", "Nuke.Components"], ignoreOrder: true);

    /// <summary>Every way to call a constructor names it in the metadata, also <c>new()</c> without the type.</summary>
    private static IEnumerable<string> MadeIn(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(x => metadata.GetString(x.Name) == ".ctor" && x.Parent.Kind == HandleKind.TypeReference)
            .Select(x => metadata.GetTypeReference((TypeReferenceHandle)x.Parent))
            .Select(x => $"{metadata.GetString(x.Namespace)}.{metadata.GetString(x.Name)}")
            .Distinct()
            .Where(Makers.Contains)];
    }
}
