using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>Collects the parameters of a build and refuses two of one name.</summary>
internal static class ParameterDeclarations
{
    // NukeBuild's own; a constant list, because reading them from the class costs reflection at every start. A test compares it.
    public static readonly string[] BuiltIn =
        ["Continue", "Help", "Host", "NoLogo", "Partition", "Plan", "Profile", "Root", "Skip", "Target", "Verbosity"];

    /// <summary>The parameters by name. Of a member that is overridden or hidden, the most derived declaration counts.</summary>
    public static IReadOnlyList<ParameterDeclaration> Of(Type buildType, List<string> problems)
    {
        var declared = new Dictionary<string, ParameterDeclaration>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in InjectionMembers.OfClass(buildType).Concat(InjectionMembers.OfComponents(buildType)))
        {
            if (member.GetCustomAttribute<ParameterAttribute>() is not { } attribute)
            {
                continue;
            }

            var declaration = ParameterDeclaration.Of(member, attribute);
            if (BuiltIn.Contains(declaration.Name, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(Twice(declaration, Display(member), $"the engine's own --{ParameterNames.Dashed(declaration.Name)}"));
            }
            else if (!declared.TryAdd(declaration.Name, declaration) && !AreOne(declared[declaration.Name].Member, member))
            {
                problems.Add(Twice(declaration, Display(declared[declaration.Name].Member), Display(member)));
            }
        }

        return [.. declared.Values];
    }

    private static bool AreOne(MemberInfo first, MemberInfo second)
    {
        if (MemberNames.Short(first.Name) != MemberNames.Short(second.Name))
        {
            return false;
        }

        var (a, b) = (first.Owner(), second.Owner());
        return !a.IsInterface || !b.IsInterface || a.IsAssignableFrom(b) || b.IsAssignableFrom(a);
    }

    private static string Twice(ParameterDeclaration declaration, string first, string second)
        => $"Two parameters are named '{declaration.Name}': {first} and {second}. "
        + "Rename one, with [Parameter(Name = \"...\")] or with [ParameterPrefix(\"...\")] on its component.";

    private static string Display(MemberInfo member) => $"{member.Owner().Name}.{MemberNames.Short(member.Name)}";
}
