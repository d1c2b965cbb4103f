using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>The types, methods, fields and signatures that the body of a method names.</summary>
internal static class MethodTokens
{
    public static IReadOnlyList<EntityHandle> In(BlobReader code)
        => [.. MethodCode.In(code).Where(x => NamesOne(x.Code.OperandType)).Select(x => (EntityHandle)MetadataTokens.Handle(x.Operand))];

    private static bool NamesOne(OperandType type)
        => type is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig;
}
