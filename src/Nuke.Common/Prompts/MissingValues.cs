using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.Prompts;

/// <summary>Asks for required parameters that have no value.</summary>
internal static class MissingValues
{
    /// <summary>Whether a person gave the parameter a value; false when nobody is there, or the member is not a parameter.</summary>
    public static bool TryAsk(BuildSession session, NukeBuild build, MemberInfo member)
    {
        if (session.Prompt is not { } prompt || session.Options.Plan)
        {
            return false;
        }

        if (Declaration(session, member) is not { IsPlain: true } declaration)
        {
            return false;
        }

        if (ValueConverter.ElementType(declaration.Type) is null && ValueSets.Of(declaration.Member, declaration.Attribute, build) is { Count: > 0 } values)
        {
            session.Values.Answer(declaration, build, prompt.Choice(Question(declaration), [.. values.Select(x => (x.Text, x.Text))]));
            return true;
        }

        while (true)
        {
            var text = declaration.IsSecret ? prompt.Secret(Question(declaration)) : prompt.Input(Question(declaration), defaultValue: null);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            try
            {
                session.Values.Answer(declaration, build, text);
                return true;
            }
            catch (BuildException exception)
            {
                prompt.WriteLine(exception.Message);
            }
        }
    }

    // A target may name the component's member where the build class has its own, or the other way round.
    private static ParameterDeclaration? Declaration(BuildSession session, MemberInfo member)
        => member.GetCustomAttribute<ParameterAttribute>() is { } attribute
            ? session.Values.Declared.FirstOrDefault(x => x.Name.Equals(ParameterNames.Of(member, attribute), StringComparison.OrdinalIgnoreCase))
            : session.Values.Declared.FirstOrDefault(x => MemberNames.Short(x.Member.Name) == MemberNames.Short(member.Name));

    private static string Question(ParameterDeclaration declaration)
        => declaration.Attribute.Description is { Length: > 0 } description ? $"{declaration.Name}: {description.TrimEnd('.', ':')}" : $"{declaration.Name}:";
}
