using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Nuke.Common.Tests.PublicApi;

namespace Fairlead.Components.Tests;

/// <summary>What is compiled against the stand-in also compiles against NUKE's own packages: it uses nothing that they do not have.</summary>
public sealed partial class NukeReferenceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Lazy<ApiReference> Reference = new(ApiReference.Read);
    private static readonly Lazy<HashSet<string>> Shapes = new(() => [.. Reference.Value.Lines.SelectMany(x => x.Signatures).Select(Shape)]);

    [Theory]
    [InlineData("Fairlead.Components.dll")]
    [InlineData("_build.dll")]
    public void An_assembly_uses_only_what_NUKE_has(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences
            .Where(x => IsNuke(metadata, x))
            .ToDictionary(x => x, x => Find(metadata, x));
        var known = Reference.Value.Lines.Select(x => x.Type).ToHashSet();
        var offences = types.Values.Select(ApiSignatures.FullName).Where(x => !known.Contains(x)).ToList();
        foreach (var reference in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (TypeOf(metadata, reference.Parent) is { } handle && types.TryGetValue(handle, out var type))
            {
                offences.AddRange(Offence(type, metadata.GetString(reference.Name), ParameterCount(metadata, reference)));
            }
        }

        types.ShouldNotBeEmpty();
        offences.Distinct().ShouldBeEmpty();
    }

    // A delegate's own members come with its declaration, a constructor without parameters with its type.
    private static IEnumerable<string> Offence(Type type, string name, int? parameters)
    {
        if (typeof(Delegate).IsAssignableFrom(type) || (name == ".ctor" && parameters == 0))
        {
            yield break;
        }

        var candidates = type.GetMembers(Declared).Where(x => x.Name == name && (x as MethodBase)?.GetParameters().Length == parameters).ToList();
        if (!candidates.Any(x => IsListed(type, x)))
        {
            yield return $"{ApiSignatures.FullName(type)}: "
                + $"{string.Join(" or ", candidates.SelectMany(ApiSignatures.OfMember).Select(x => x.Text).Append(name))}";
        }
    }

    // What was compiled knows neither the names of parameters nor the accessors that it does not call.
    private static bool IsListed(Type type, MemberInfo member)
    {
        var property = type.GetProperties(Declared).FirstOrDefault(x => x.GetMethod == member || x.SetMethod == member);
        var signature = ApiSignatures.OfMember(property ?? member).FirstOrDefault();
        if (property is null)
        {
            return signature is not null && Shapes.Value.Contains(Shape(signature.Line));
        }

        var accessor = property.GetMethod == member ? " get;" : " set;";
        var start = signature?.Line[..(signature.Line.IndexOf(" {", StringComparison.Ordinal) + 2)];
        return start is not null
            && Reference.Value.Lines.Any(x => x.Text.StartsWith(start, StringComparison.Ordinal) && x.Text.Contains(accessor, StringComparison.Ordinal));
    }

    private static string Shape(string signature) => ParameterName().Replace(signature, "");

    [GeneratedRegex(@"(?<=[\w>\]?)]) \w+(?=(?: = [^,()]*)?[,)])")]
    private static partial Regex ParameterName();

    // null for a field.
    private static int? ParameterCount(MetadataReader metadata, MemberReference reference)
    {
        if (reference.GetKind() == MemberReferenceKind.Field)
        {
            return null;
        }

        var blob = metadata.GetBlobReader(reference.Signature);
        if (blob.ReadSignatureHeader().IsGeneric)
        {
            blob.ReadCompressedInteger();
        }

        return blob.ReadCompressedInteger();
    }

    private static bool IsNuke(MetadataReader metadata, TypeReferenceHandle handle)
        => metadata.GetTypeReference(handle).ResolutionScope switch
        {
            { Kind: HandleKind.AssemblyReference } scope =>
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name).StartsWith("Nuke.", StringComparison.Ordinal),
            { Kind: HandleKind.TypeReference } outer => IsNuke(metadata, (TypeReferenceHandle)outer),
            _ => false,
        };

    private static Type Find(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var reference = metadata.GetTypeReference(handle);
        var name = metadata.GetString(reference.Name);
        if (reference.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return Find(metadata, (TypeReferenceHandle)reference.ResolutionScope).GetNestedType(name, BindingFlags.Public | BindingFlags.NonPublic)!;
        }

        var assembly = metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope);
        return Assembly.Load(metadata.GetString(assembly.Name)).GetType($"{metadata.GetString(reference.Namespace)}.{name}", throwOnError: true)!;
    }

    private static TypeReferenceHandle? TypeOf(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => GenericDefinition(metadata, (TypeSpecificationHandle)parent),
        _ => null,
    };

    // GENERICINST (CLASS | VALUETYPE) type arity arguments: ECMA-335, II.23.2.14.
    private static TypeReferenceHandle? GenericDefinition(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadByte();
        var type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
    }
}
