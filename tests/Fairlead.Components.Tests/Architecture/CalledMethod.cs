using System.Reflection.Metadata;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>A method as a call names it, with the arguments of its type and its own put in.</summary>
/// <param name="Type">Name of the type that declares it.</param>
/// <param name="Name">Its name; <c>.ctor</c> of a constructor.</param>
/// <param name="HasThis">Whether what it is called on comes before its arguments.</param>
/// <param name="Parameters">Names of the types of its parameters.</param>
/// <param name="Returns">Name of the type of what it returns; <c>System.Void</c> when nothing.</param>
/// <param name="Arguments">Names of the types that are its own arguments.</param>
internal sealed record CalledMethod(
    string Type, string Name, bool HasThis, IReadOnlyList<string> Parameters, string Returns, IReadOnlyList<string> Arguments)
{
    public static CalledMethod? Read(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var definition = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Of(
                    TypeNames.Of(metadata, definition.GetDeclaringType()),
                    metadata.GetString(definition.Name),
                    definition.DecodeSignature(TypeNames.Instance, null));
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return member.GetKind() == MemberReferenceKind.Method
                    ? Of(TypeNames.Of(metadata, member.Parent), metadata.GetString(member.Name), member.DecodeMethodSignature(TypeNames.Instance, null))
                    : null;
            case HandleKind.MethodSpecification:
                var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                var arguments = specification.DecodeSignature(TypeNames.Instance, null);
                return Read(metadata, specification.Method) is { } generic
                    ? generic with
                    {
                        Arguments = arguments,
                        Parameters = [.. generic.Parameters.Select(x => Put("!!", arguments, x))],
                        Returns = Put("!!", arguments, generic.Returns),
                    }
                    : null;
            default:
                return null;
        }
    }

    private static CalledMethod Of(string type, string name, MethodSignature<string> signature)
    {
        var arguments = ArgumentsOf(type);
        return new CalledMethod(
            type,
            name,
            signature.Header.IsInstance,
            [.. signature.ParameterTypes.Select(x => Put("!", arguments, x))],
            Put("!", arguments, signature.ReturnType),
            []);
    }

    // The method's own, !!0, stay: they are put in afterwards.
    private static string Put(string mark, IReadOnlyList<string> arguments, string name)
    {
        if (mark == "!" && name.StartsWith("!!", StringComparison.Ordinal))
        {
            return name;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            name = name == $"{mark}{i}" ? arguments[i] : name == $"{mark}{i}&" ? $"{arguments[i]}&" : name.Replace($"<{mark}{i}>", $"<{arguments[i]}>");
        }

        return name;
    }

    private static IReadOnlyList<string> ArgumentsOf(string type)
    {
        var arguments = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < type.Length; i++)
        {
            depth += type[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (type[i] == '<' && depth == 1)
            {
                start = i + 1;
            }
            else if ((type[i] == ',' && depth == 1) || (type[i] == '>' && depth == 0))
            {
                arguments.Add(type[start..i]);
                start = i + 1;
            }
        }

        return arguments;
    }
}
