namespace Fairlead.Components.Tests.Architecture;

/// <summary>The arrows between the projects point one way.</summary>
public sealed class ArchitectureTests
{
    private const string Self = "Fairlead.Components.Tests";

    /// <summary>Assemblies of this repository that an assembly may use something of.</summary>
    [Theory]
    [InlineData("Fairlead.Http")]
    [InlineData("Fairlead.Json")]
    [InlineData("Fairlead.Secrets")]
    [InlineData("Nuke.Common", "Fairlead.Http", "Fairlead.Json", "Fairlead.Secrets")]
    [InlineData("Nuke.Components", "Fairlead.Http", "Fairlead.Json", "Fairlead.Secrets", "Nuke.Common")]
    [InlineData("Fairlead", "Fairlead.Http", "Fairlead.Json", "Fairlead.Secrets")]
    [InlineData("Fairlead.Components", "Fairlead", "Fairlead.Http", "Fairlead.Json", "Fairlead.Secrets", "Nuke.Common", "Nuke.Components")]
    [InlineData("Fairlead.LocalCloud", "Fairlead.Json")]
    [InlineData("_build", "Fairlead", "Fairlead.Components", "Nuke.Common", "Nuke.Components")]
    public void An_assembly_uses_only_what_it_may(string assembly, params string[] allowed)
    {
        var offences = Compiled.ByName(assembly).Types
            .SelectMany(x => x.Uses
                .Where(y => IsOurs(y) && y.Assembly != assembly && !allowed.Contains(y.Assembly))
                .Select(y => $"{x} uses {y.FullName} of {y.Assembly}"));

        offences.ShouldBeEmpty();
    }

    [Fact]
    public void What_an_assembly_of_ours_uses_is_seen()
        => Compiled.ByName(Self).Types.SelectMany(x => x.Uses).Where(IsOurs).Select(x => x.Assembly).ShouldContain("Fairlead.Components");

    [Theory]
    [InlineData("src/Fairlead.Http/Fairlead.Http.csproj")]
    [InlineData("src/Fairlead.Json/Fairlead.Json.csproj")]
    [InlineData("src/Fairlead.Secrets/Fairlead.Secrets.csproj")]
    [InlineData("src/Nuke.Common/Nuke.Common.csproj", "Fairlead.Http", "Fairlead.Json", "Fairlead.Secrets")]
    [InlineData("src/Nuke.Components/Nuke.Components.csproj", "Nuke.Common")]
    [InlineData("src/Fairlead/Fairlead.csproj", "Fairlead.Http", "Fairlead.Json", "Fairlead.Secrets")]
    [InlineData("src/Fairlead.LocalCloud/Fairlead.LocalCloud.csproj", "Fairlead.Json")]
    [InlineData("src/Fairlead.Components/Fairlead.Components.csproj", "Fairlead", "Nuke.Components")]
    public void A_project_references_only_what_it_may(string project, params string[] expected)
        => References(project).ShouldBe(expected, ignoreOrder: true);

    [Fact]
    public void Only_the_build_and_the_components_reference_NUKE()
        => SourceTree.Projects("src", "build", "samples")
            .Where(x => !x.StartsWith("src/Nuke.", StringComparison.Ordinal))
            .Where(x => References(x).Any(y => y.StartsWith("Nuke.", StringComparison.Ordinal) || y == "Fairlead.Components"))
            .ShouldBe(["build/_build.csproj", "src/Fairlead.Components/Fairlead.Components.csproj"], ignoreOrder: true);

    /// <summary>The build publishes it as a program and does not compile against it.</summary>
    [Fact]
    public void Nobody_references_the_local_cloud()
        => SourceTree.Projects("src", "build", "samples").Where(x => References(x).Contains("Fairlead.LocalCloud")).ShouldBeEmpty();

    /// <summary>
    /// Its own tests, and one more: the test kit, or the other half of the engine. Everybody else goes through what is public, so that a change
    /// inside of a project stays there.
    /// </summary>
    [Fact]
    public void A_project_opens_its_internals_to_two_assemblies_at_most()
    {
        // The two halves of the engine are one until the target that releases on GitHub has a public client to ask it with.
        const string TwoHalves = "src/Nuke.Common/Nuke.Common.csproj";

        var friends = SourceTree.Projects("src", "build", "samples", "tests")
            .ToDictionary(x => x, x => SourceTree.Items(x, "InternalsVisibleTo").Select(y => y.Attribute("Include")!.Value).ToList());
        friends[TwoHalves].Remove("Nuke.Components").ShouldBeTrue("remove it from the exceptions");

        friends.Where(x => x.Value.Count > 2).Select(x => $"{x.Key} is open to {string.Join(", ", x.Value)}").ShouldBeEmpty();
    }

    /// <summary>Only the local cloud's component may ask whether a place is local.</summary>
    [Fact]
    public void Nothing_but_the_place_that_provisions_asks_whether_it_is_local()
        => SourceTree.Files("src/Fairlead.Components")
            .Where(x => x.Text.Contains("IsLocal", StringComparison.Ordinal))
            .Select(x => Path.GetFileName(x.Path))
            .ShouldBe(["ILocalCloud.cs", "PlaceOfProfile.cs"], ignoreOrder: true);

    [Fact]
    public void Nothing_but_the_build_and_the_sample_knows_the_samples_name()
        => SourceTree.Files("src").Where(x => x.Text.Contains("storefront", StringComparison.OrdinalIgnoreCase)).Select(x => x.Path).ShouldBeEmpty();

    private static bool IsOurs(TypeUse type)
        => type.Assembly == "_build" || type.Assembly.StartsWith("Nuke.", StringComparison.Ordinal) || type.Assembly.Split('.')[0] == "Fairlead";

    /// <summary>The projects that a project compiles against.</summary>
    private static IReadOnlyList<string> References(string project)
        => [.. SourceTree.Items(project, "ProjectReference")
            .Where(x => x.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(x => Path.GetFileNameWithoutExtension(x.Attribute("Include")!.Value.Replace('\\', '/')))];
}
