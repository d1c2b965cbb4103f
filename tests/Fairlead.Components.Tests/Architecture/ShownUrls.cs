using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>
/// Where an assembly makes a text of a URL: in an interpolation, which the compiler writes down as a call of <c>AppendFormatted</c> for a
/// <see cref="Uri"/>, and by its properties that hold the whole of it, user and password included.
/// </summary>
internal static class ShownUrls
{
    private static readonly HashSet<string> WholeText = ["get_AbsoluteUri", "get_OriginalString", "GetLeftPart"];

    /// <summary>Each with the method that does it: <c>Type.Method: what it calls</c>.</summary>
    public static IReadOnlyList<string> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var metadata = file.GetMetadataReader();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            foreach (var token in MethodTokens.In(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader()))
            {
                if (Call(metadata, token) is { } call)
                {
                    found.Add($"{Around(metadata, method.GetDeclaringType())}: {call}");
                }
            }
        }

        return [.. found];
    }

    private static string? Call(MetadataReader metadata, EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodSpecification:
                var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)token);
                return specification.Method.Kind == HandleKind.MemberReference
                    && NameOf(metadata, (MemberReferenceHandle)specification.Method) == "AppendFormatted"
                    && specification.DecodeSignature(new Names(), null).Contains("System.Uri")
                        ? "an interpolation"
                        : null;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)token);
                return member.Parent.Kind == HandleKind.TypeReference
                    && new Names().GetTypeFromReference(metadata, (TypeReferenceHandle)member.Parent, 0) == "System.Uri"
                    && NameOf(metadata, (MemberReferenceHandle)token) is var name && WholeText.Contains(name)
                        ? name
                        : null;
            default:
                return null;
        }
    }

    private static string NameOf(MetadataReader metadata, MemberReferenceHandle handle) => metadata.GetString(metadata.GetMemberReference(handle).Name);

    private static string Around(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        while (metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer)
        {
            handle = outer;
        }

        return metadata.GetString(metadata.GetTypeDefinition(handle).Name);
    }

    /// <summary>Names types; of those that are none by themselves nothing is asked.</summary>
    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var reference = reader.GetTypeReference(handle);
            return $"{reader.GetString(reference.Namespace)}.{reader.GetString(reference.Name)}";
        }

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => "";

        public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => "";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "";

        public string GetSZArrayType(string elementType) => "";

        public string GetArrayType(string elementType, ArrayShape shape) => "";

        public string GetByReferenceType(string elementType) => "";

        public string GetPointerType(string elementType) => "";

        public string GetPinnedType(string elementType) => "";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => "";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => "";

        public string GetGenericMethodParameter(object? context, int index) => "";

        public string GetGenericTypeParameter(object? context, int index) => "";
    }
}
