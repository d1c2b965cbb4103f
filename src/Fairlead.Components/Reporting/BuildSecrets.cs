using System.Reflection;
using Fairlead.Secrets;
using Nuke.Common;

namespace Fairlead.Components.Reporting;

/// <summary>The values of a build's secrets, which must not be in what is written about its run.</summary>
internal static class BuildSecrets
{
    /// <summary>
    /// The mask of the run, with the values of the build's members marked with [Secret], whether they are parameters or not. Where the engine has
    /// none, one that knows them and the environment's. Only a run that has something to tell pays for the look at the members.
    /// </summary>
    public static SecretMask MaskOf(INukeBuild build)
    {
        if (SecretMask.Current is not { } mask)
        {
            return new SecretMask(() => Read(build).Concat(SecretNames.ValuesIn(EnvironmentInfo.Variables)));
        }

        mask.Add(Read(build));
        return mask;
    }

    private static IEnumerable<string> Read(INukeBuild build)
    {
        const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = new List<Type>(build.GetType().GetInterfaces());
        for (var type = build.GetType(); type is not null && type != typeof(NukeBuild); type = type.BaseType)
        {
            types.Add(type);
        }

        foreach (var member in types
            .SelectMany(x => x.GetMembers(Members))
            .Where(x => x is FieldInfo or PropertyInfo && x.IsDefined(typeof(SecretAttribute), inherit: true)))
        {
            foreach (var value in Values(member, build))
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<string> Values(MemberInfo member, INukeBuild build)
    {
        object? value;
        try
        {
            value = member is FieldInfo field ? field.GetValue(build) : ((PropertyInfo)member).GetValue(build);
        }
        catch (Exception exception) when (exception is TargetInvocationException or TargetException or ArgumentException)
        {
            // A secret that cannot be read has not been used either.
            return [];
        }

        return value switch
        {
            string text => [text],
            IEnumerable<string> texts => texts.OfType<string>(),
            null => [],
            _ => [value.ToString() ?? ""],
        };
    }
}
