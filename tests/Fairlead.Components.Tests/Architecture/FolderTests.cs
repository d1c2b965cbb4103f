using Nuke.Common.Tests.PublicApi;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>The arrows between the folders of a project point one way, and a namespace is a folder.</summary>
public sealed class FolderTests
{
    private const string All = FolderRules.All;

    /// <summary>
    /// <c>Deployments/</c> composes features into a release; the features do not reach into each other. What they share: clients, the records of a release,
    /// and telling the user.
    /// </summary>
    private static readonly FolderRules Library = new("src/Fairlead", new Dictionary<string, string[]>
    {
        [""] = [],
        ["Aws"] = [""],
        ["Reporting"] = [""],
        ["Releases"] = ["", "Aws", "Reporting"],
        ["Containers"] = ["", "Reporting"],
        ["Incremental"] = [""],
        ["Infrastructure"] = ["", "Releases", "Services", "Services/Kinds"],
        ["Infrastructure/LocalCloud"] = ["", "Infrastructure", "Reporting"],
        ["Infrastructure/Plans/Reading"] = ["", "Infrastructure"],
        ["Infrastructure/Plans/Costs"] = ["", "Infrastructure", "Infrastructure/Plans/Reading"],
        ["Infrastructure/Plans/Drift"] = ["", "Infrastructure", "Infrastructure/Plans/Reading"],
        ["Infrastructure/Plans/Guard"] = ["", "Infrastructure", "Infrastructure/Plans/Reading"],
        ["Infrastructure/Plans/Policies"] = ["", "Infrastructure", "Infrastructure/Plans/Reading"],
        ["Infrastructure/Plans/Sealing"] = ["", "Infrastructure", "Infrastructure/Plans/Reading"],
        ["Infrastructure/Plans/Summary"] = ["", "Infrastructure", "Infrastructure/Plans/Guard", "Infrastructure/Plans/Reading"],
        ["Infrastructure/Terraform"] = ["", "Aws", "Infrastructure", "Reporting"],
        ["Node"] = ["", "Reporting"],
        ["Preflight"] = ["", "Reporting"],
        ["Services"] = ["", "Aws", "Containers", "Releases", "Reporting"],
        ["Services/Kinds"] = ["Services", "Services/AppRunner", "Services/Ec2", "Services/Ecs"],
        ["Services/AppRunner"] = ["", "Aws", "Releases", "Reporting", "Services"],
        ["Services/Ec2"] = ["", "Aws", "Releases", "Reporting", "Services"],
        ["Services/Ecs"] = ["", "Aws", "Releases", "Reporting", "Services"],
        ["Site"] = ["", "Aws", "Releases", "Reporting"],
        ["Verification"] = ["", "Releases", "Reporting"],

        // A release is made of all that: what puts them together is above them, and what tells it above that.
        ["Deployments"] = ["", "Aws", "Containers", "Infrastructure", "Releases", "Reporting", "Services", "Services/Ec2", "Site", "Verification"],
        ["Deployments/Reports"] = ["", "Deployments", "Releases", "Reporting", "Verification"],
    });

    private static readonly FolderRules Components = new("src/Fairlead.Components", new Dictionary<string, string[]>
    {
        [""] = [All],
        ["Deployments"] = [All],
        ["Terraform"] = ["", "Deployments", "Reporting"],
        ["Reporting"] = [],
        ["Web"] = [],
    });

    /// <summary>The services know the wire and the state; what puts them together is above them.</summary>
    private static readonly FolderRules LocalCloud = new("src/Fairlead.LocalCloud", new Dictionary<string, string[]>
    {
        [""] = [All],
        ["Hosting"] = [All],
        ["Protocol"] = ["State"],
        ["State"] = [],
        ["Access"] = ["Protocol", "State"],
        ["Access/Signatures"] = ["Access", "Protocol"],
        ["Logs"] = ["Protocol", "State"],
        ["LoadBalancing"] = ["Access", "Protocol", "State"],
        ["Ecr"] = ["Access", "Protocol", "State"],
        ["Ecs"] = ["Access", "Ecr", "LoadBalancing", "Logs", "Protocol", "SecretsManager", "Ssm", "State"],
        ["CloudFront"] = ["Access", "Access/Signatures", "Protocol", "State"],
        ["SecretsManager"] = ["Protocol", "State"],
        ["Ssm"] = ["Protocol", "State"],
        ["Sts"] = ["Access", "Protocol"],
        ["S3"] = ["Access", "Protocol", "State"],
        ["Stacks"] = ["CloudFront", "Ecr", "Ecs", "LoadBalancing", "Logs", "Protocol", "S3", "State"],
    });

    /// <summary>
    /// The namespaces of the engine are NUKE's and not its folders. Most folders are one circle, as NUKE's are; the rows are the arrows that there are, so that
    /// none is added by accident. Nothing uses ChangeLog and ProjectModel, and only the run itself asks Planning, Schema and Completion.
    /// </summary>
    private static readonly FolderRules Engine = new("src/Nuke.Common", new Dictionary<string, string[]>
    {
        ["Build"] = ["CI", "Execution", "IO", "Logging", "Parameters", "Tooling"],
        ["CI"] = ["Build", "ConsoleOutput", "Execution", "IO", "Parameters", "Tooling", "Tools", "Utilities"],
        ["ChangeLog"] = ["Execution", "Git", "IO", "Tools", "Utilities"],
        ["Completion"] = ["Build", "CI", "Execution", "IO", "Parameters"],
        ["ConsoleOutput"] = ["Build", "CI", "Execution", "Logging", "Parameters", "Tooling"],
        ["Execution"] =
        [
            "Build", "CI", "Completion", "ConsoleOutput", "IO", "Logging", "Parameters", "Planning", "Prompts", "Schema", "Secrets", "Tooling",
            "Utilities",
        ],
        ["Git"] = ["Build", "CI", "Execution", "IO", "Parameters", "Utilities"],
        ["IO"] = ["Build", "Execution", "Parameters", "Tooling", "Utilities"],
        ["Logging"] = ["Build", "CI", "ConsoleOutput", "Execution", "IO"],
        ["Parameters"] = ["Build", "Execution", "IO", "Tooling"],
        ["Planning"] = ["CI", "ConsoleOutput", "Execution", "IO", "Parameters"],
        ["ProjectModel"] = ["Build", "Execution", "IO", "Parameters", "Tooling", "Tools", "Utilities"],
        ["Prompts"] = ["Build", "CI", "Execution", "Parameters"],
        ["Schema"] = ["Build", "CI", "Execution", "IO", "Parameters"],
        ["Secrets"] = ["ConsoleOutput", "Execution", "IO", "Parameters", "Prompts"],
        ["Tooling"] = ["Build", "ConsoleOutput", "Execution", "IO", "Parameters", "Tools", "Utilities"],
        ["Tools"] = ["Execution", "Git", "IO", "Parameters", "Tooling", "Utilities"],
        ["Utilities"] = ["ConsoleOutput", "Execution", "IO", "Parameters", "Prompts"],
    })
    {
        ReadsImports = false,
    };

    [Fact]
    public void The_deploy_library() => Library.OffencesIn(Compiled.Library).ShouldBeEmpty();

    [Fact]
    public void The_components() => Components.OffencesIn(Compiled.Components).ShouldBeEmpty();

    [Fact]
    public void The_local_cloud() => LocalCloud.OffencesIn(Compiled.LocalCloud).ShouldBeEmpty();

    [Fact]
    public void The_engine() => Engine.OffencesIn(Compiled.Engine).ShouldBeEmpty();

    /// <summary>What reads and writes the ledger and the lock is for the release to call; features take the records of <c>Releases/</c>.</summary>
    [Fact]
    public void Of_the_releases_a_feature_uses_only_what_touches_nothing()
    {
        var runners = Compiled.Library.Types
            .Where(x => x.FoldersIn(Library.Project).Contains("Releases"))
            .Where(x => x.Uses.Any(y => y is { Namespace: "System.Threading.Tasks", Name: "Task" or "Task`1" }))
            .ToDictionary(x => x.Type);
        var offences = Compiled.Library.Types
            .Where(x => !x.FoldersIn(Library.Project).Any(y => y == "Releases" || y.StartsWith("Deployments", StringComparison.Ordinal)))
            .SelectMany(x => x.Uses.Where(runners.ContainsKey).Select(y => $"{x} uses {y.FullName}"));

        runners.Keys.Select(x => x.Name).ShouldContain("DeployLock");
        offences.ShouldBeEmpty();
    }

    [Fact]
    public void A_namespace_is_a_folder()
    {
        var offences = new Dictionary<string, string>();
        foreach (var assembly in new[] { Compiled.Library, Compiled.Components, Compiled.LocalCloud, Compiled.Engine, Compiled.EngineComponents })
        {
            var project = $"src/{assembly.Name}";
            foreach (var type in assembly.Types.Where(x => !IsNamedElsewhere(project, x)))
            {
                if (NamespaceRule.Offence(type, project, assembly.Name) is { } offence)
                {
                    offences.Add(type.FullName, offence);
                }
            }
        }

        offences.Where(x => !NotInTheirFolder.Contains(x.Key)).Select(x => x.Value).Order().ShouldBeEmpty();
        NotInTheirFolder.Where(x => !offences.ContainsKey(x))
            .Select(x => $"{x} has the namespace of its folder, or is gone: remove it from the exceptions")
            .ShouldBeEmpty();
    }

    /// <summary>Types that do not have the namespace of their folder and should.</summary>
    private static readonly string[] NotInTheirFolder =
    [
        "Nuke.Common.Execution.BuildExtensions",
        "Nuke.Common.Execution.BuildLogFiles",
        "Nuke.Common.Execution.LogParts",
        "Nuke.Common.Execution.SessionSink",
        "Nuke.Common.Execution.TargetEnricher",
        "Nuke.Common.Execution.Theming.HostTheme",
        "Nuke.Common.IO.GlobName",
        "Nuke.Common.IO.GlobPattern",
    ];

    private static readonly Lazy<HashSet<string>> OfNuke = new(() => [.. ApiReference.Read().Lines.Select(x => x.Type.Split('`', '<', '+')[0])]);

    /// <summary>
    /// The public API of NUKE has NUKE's namespaces, the clients in <c>Aws/</c> those of the vendor's packages, which may replace them, and the
    /// compiler's own program none.
    /// </summary>
    private static bool IsNamedElsewhere(string project, CompiledType type)
        => type.FullName == "Program"
            || (project.StartsWith("src/Nuke.", StringComparison.Ordinal) && OfNuke.Value.Contains(type.FullName.Split('`')[0]))
            || (project == "src/Fairlead"
                && type.Type.Namespace.StartsWith("Amazon.", StringComparison.Ordinal)
                && type.FoldersIn(project).All(x => x.StartsWith("Aws/", StringComparison.Ordinal)));
}
