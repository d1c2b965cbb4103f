using System.Reflection;
using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests;

/// <summary>The arrows between the projects, and between the folders of the deploy library, point one way.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>What every feature may use: clients, the records of a release, and telling the user.</summary>
    private static readonly string[] Common = ["Aws", "Releases", "Reporting"];

    public static TheoryData<string> Features => [.. Directory.GetDirectories(Path.Combine(SourceTree.Root, "src", "Fairlead")).Select(x => Path.GetFileName(x)!).Except(["bin", "obj"])];

    [Fact]
    public void The_deploy_library_knows_nothing_of_NUKE()
        => References(typeof(FairleadException).Assembly).ShouldNotContain(x => x.StartsWith("Nuke.", StringComparison.Ordinal));

    [Fact]
    public void The_components_know_NUKE_and_the_deploy_library_and_not_the_local_cloud()
    {
        var references = References(typeof(IDeploy).Assembly);

        references.ShouldContain("Nuke.Common");
        references.ShouldContain("Fairlead");
        references.ShouldNotContain("Fairlead.LocalCloud");
    }

    [Fact]
    public void The_engine_knows_nothing_of_Fairlead()
    {
        foreach (var assembly in new[] { typeof(Nuke.Common.NukeBuild).Assembly, typeof(Nuke.Components.ICompile).Assembly })
        {
            References(assembly).ShouldNotContain(x => x.StartsWith("Fairlead", StringComparison.Ordinal), assembly.FullName);
        }

        References(typeof(Nuke.Common.NukeBuild).Assembly).ShouldNotContain("Nuke.Components");
    }

    /// <summary>It is the other side of the wire, and must not share a client's mistakes.</summary>
    [Fact]
    public void The_local_cloud_references_no_other_project()
    {
        ProjectReferences("src/Fairlead.LocalCloud/Fairlead.LocalCloud.csproj").ShouldBeEmpty();
        SourceTree.Files("src/Fairlead.LocalCloud").ShouldNotBeEmpty();
        SourceTree.Files("src/Fairlead.LocalCloud").Where(x => NotOfTheLocalCloud().IsMatch(x.Text)).Select(x => x.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Nuke.Common/Nuke.Common.csproj")]
    [InlineData("src/Nuke.Components/Nuke.Components.csproj", "Nuke.Common")]
    [InlineData("src/Fairlead/Fairlead.csproj")]
    [InlineData("src/Fairlead.Components/Fairlead.Components.csproj", "Fairlead", "Nuke.Components")]
    public void A_project_references_only_what_it_may(string project, params string[] expected)
        => ProjectReferences(project).ShouldBe(expected, ignoreOrder: true);

    [Fact]
    public void Only_the_build_and_the_components_reference_NUKE()
    {
        var projects = Directory.EnumerateFiles(SourceTree.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(x => Path.GetRelativePath(SourceTree.Root, x).Replace('\\', '/'))
            .Where(x => x.StartsWith("src/", StringComparison.Ordinal) || x.StartsWith("build/", StringComparison.Ordinal) || x.StartsWith("samples/", StringComparison.Ordinal))
            .Where(x => !x.StartsWith("src/Nuke.", StringComparison.Ordinal) && ProjectReferences(x).Any(y => y.StartsWith("Nuke.", StringComparison.Ordinal) || y == "Fairlead.Components"));

        projects.ShouldBe(["build/_build.csproj", "src/Fairlead.Components/Fairlead.Components.csproj"], ignoreOrder: true);
    }

    /// <summary>The components compose features; the features do not reach into each other.</summary>
    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_uses_only_itself_and_what_is_common(string feature)
    {
        string[] allowed = feature switch
        {
            "Aws" => ["Aws"],
            "Reporting" => ["Reporting"],
            "Releases" => ["Aws", "Releases", "Reporting"],
            _ => [feature, .. Common],
        };

        var offences = SourceTree.Files($"src/Fairlead/{feature}")
            .SelectMany(file => FeatureName().Matches(file.Text).Select(x => (file.Path, Uses: x.Groups[1].Value)))
            .Where(x => Directory.Exists(Path.Combine(SourceTree.Root, "src", "Fairlead", x.Uses)) && !allowed.Contains(x.Uses))
            .Select(x => $"{x.Path} uses Fairlead.{x.Uses}")
            .Distinct();

        offences.ShouldBeEmpty();
    }

    /// <summary>Runners of <c>Releases/</c> (the ledger, the lock) are for the components to call; features take its records.</summary>
    [Theory]
    [MemberData(nameof(Features))]
    public void Of_the_releases_a_feature_uses_only_the_records(string feature)
    {
        if (feature != "Releases")
        {
            SourceTree.Files($"src/Fairlead/{feature}").Where(x => ReleasesRunner().IsMatch(x.Text)).Select(x => x.Path).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_file_of_the_deploy_library_has_the_namespace_of_its_folder()
    {
        // A type in another folder's namespace would make the tests above blind. The clients in Aws/ have the namespaces of the SDK's packages, which may replace them.
        var offences = SourceTree.Files("src/Fairlead")
            .Where(x => x.Path.Count(c => c == '/') > 2)
            .Where(x => !$"{Namespace().Match(x.Text).Groups[1].Value}.".StartsWith($"Fairlead.{x.Path.Split('/')[2]}.", StringComparison.Ordinal))
            .Where(x => !x.Path.StartsWith("src/Fairlead/Aws/", StringComparison.Ordinal))
            .Select(x => x.Path);

        offences.ShouldBeEmpty();
    }

    /// <summary>Only the local cloud's component may ask whether a place is local.</summary>
    [Fact]
    public void Nothing_but_the_place_that_provisions_asks_whether_it_is_local()
        => SourceTree.Files("src/Fairlead.Components")
            .Where(x => x.Text.Contains("IsLocal", StringComparison.Ordinal))
            .Select(x => Path.GetFileName(x.Path))
            .ShouldBe(["ILocalCloud.cs", "ITerraform.cs"], ignoreOrder: true);

    [Fact]
    public void Nothing_but_the_build_and_the_sample_knows_the_samples_name()
        => SourceTree.Files("src").Where(x => x.Text.Contains("storefront", StringComparison.OrdinalIgnoreCase)).Select(x => x.Path).ShouldBeEmpty();

    private static IReadOnlyList<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(x => x.Name!)];

    private static IReadOnlyList<string> ProjectReferences(string project)
        => [.. ProjectReference().Matches(SourceTree.Project(project)).Where(x => !x.Value.Contains("ReferenceOutputAssembly=\"false\"", StringComparison.Ordinal)).Select(x => x.Groups[1].Value)];

    [GeneratedRegex("""<ProjectReference Include="[^"]*?([^"/\\]+)\.csproj"[^>]*>""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"\bFairlead\.([A-Z][A-Za-z]*)")]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"^\s*(?:using|namespace)\s+(?:static\s+)?(?:Nuke\.|Fairlead(?!\.LocalCloud)\b)", RegexOptions.Multiline)]
    private static partial Regex NotOfTheLocalCloud();

    [GeneratedRegex(@"\b(?:Ledger|LedgerStore|DeployLock|LockOptions)\b")]
    private static partial Regex ReleasesRunner();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
