using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.IO;

/// <summary>Injects what patterns match below the root directory; a parameter of the member's name chooses among it.</summary>
public abstract class FileSystemGlobbingAttributeBase : ParameterAttribute
{
    private readonly string[] _patterns;
    private readonly Func<AbsolutePath, string[], IEnumerable<AbsolutePath>> _globber;

    protected FileSystemGlobbingAttributeBase(string[] patterns, Func<AbsolutePath, string[], IEnumerable<AbsolutePath>> globber)
    {
        _patterns = patterns;
        _globber = globber;
    }

    public override object? GetValue(MemberInfo member, object instance)
    {
        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        if (type != typeof(AbsolutePath) && type != typeof(AbsolutePath[]))
        {
            throw new BuildException(
                $"'{MemberNames.Short(member.Name)}' is a {type.Name}, but patterns give paths.",
                "Make it an AbsolutePath or an AbsolutePath[].");
        }

        var found = Find(member);
        if (Values.GetParameter(member, this, instance: null, typeof(AbsolutePath[])) is not AbsolutePath[] chosen)
        {
            return type == typeof(AbsolutePath[]) ? found : found is [var only] ? only : null;
        }

        if (chosen.FirstOrDefault(x => !found.Contains(x)) is { } foreign)
        {
            throw new BuildException($"'{foreign}' matches none of the patterns of '{MemberNames.Short(member.Name)}': {string.Join(", ", _patterns)}.");
        }

        if (type == typeof(AbsolutePath) && chosen.Length != 1)
        {
            throw new BuildException($"'{MemberNames.Short(member.Name)}' was given {chosen.Length} paths.", "Give one.");
        }

        return type == typeof(AbsolutePath) ? chosen[0] : chosen;
    }

    /// <summary>What matches, by its path from the root directory.</summary>
    public override IEnumerable<(string, object)>? GetValueSet(MemberInfo member, object instance)
        => Build is null ? null : Find(member).Select(x => ((string)Build.RootDirectory.GetUnixRelativePathTo(x), (object)x));

    private AbsolutePath[] Find(MemberInfo member)
    {
        if (_patterns.Length == 0)
        {
            throw new BuildException($"'{MemberNames.Short(member.Name)}' has no pattern.", "Give its attribute at least one, such as \"src/**/*.proto\".");
        }

        return [.. _globber(Build.RootDirectory, _patterns)];
    }
}
