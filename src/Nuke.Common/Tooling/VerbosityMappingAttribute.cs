using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>Gives options that have a verbosity of the type, and none set, the one that goes with the verbosity of the build.</summary>
public class VerbosityMappingAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    private readonly Type _targetType;

    public VerbosityMappingAttribute(Type targetType) => _targetType = targetType;

    public string? Quiet { get; set; }
    public string? Minimal { get; set; }
    public string? Normal { get; set; }
    public string? Verbose { get; set; }

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        var name = Build.Verbosity switch
        {
            Verbosity.Quiet => Quiet,
            Verbosity.Minimal => Minimal,
            Verbosity.Normal => Normal,
            _ => Verbose,
        };
        if (name is not null)
        {
            VerbosityDefaults.Add(_targetType, _targetType.GetField(name, BindingFlags.Static | BindingFlags.Public)?.GetValue(null)
                ?? throw new InvalidOperationException($"'{_targetType.Name}' has no value '{name}'. Correct the attribute {GetType().Name}."));
        }
    }
}
