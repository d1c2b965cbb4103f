using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// Injects a solution: the one at the path given, else the one that the parameter of the member's name says (usually in parameters.json), else
/// the only one in the root directory.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class SolutionAttribute : ParameterAttribute
{
    private readonly string? _relativePath;

    public SolutionAttribute()
        : this(null)
    {
    }

    public SolutionAttribute(string? relativePath) => _relativePath = relativePath;

    public override string Description => _relativePath is null ? "Path of the solution" : $"Path of the solution; it is {_relativePath}";

    public override bool List { get; set; }

    /// <summary>Accepted, but without effect: NUKE's source generator, which makes a typed class of the solution, is not part of this engine.</summary>
    public bool GenerateProjects { get; set; }

    public override object GetValue(MemberInfo member, object instance)
    {
        var root = Build.RootDirectory;
        if (_relativePath is not null)
        {
            return (root / _relativePath).ReadSolution();
        }

        var raw = Values.Find(Parameters.ParameterNames.Of(member, this));
        if (raw?.Texts is [var text])
        {
            return AbsolutePath.Create(Path.GetFullPath(text, raw.Directory)).ReadSolution();
        }

        var solutions = root.GetFiles("*.sln").Concat(root.GetFiles("*.slnx")).Where(x => x.HasExtension(".sln", ".slnx")).Distinct().ToList();
        return solutions switch
        {
            [] => null!,
            [var only] => only.ReadSolution(),
            _ => throw new BuildException(
                $"The root directory has {solutions.Count} solutions: {string.Join(", ", solutions.Select(x => x.Name))}.",
                $"Say which one: add \"{MemberNames.Short(member.Name)}\" to .nuke/parameters.json."),
        };
    }
}
