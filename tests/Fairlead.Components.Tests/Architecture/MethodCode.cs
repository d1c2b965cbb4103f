using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>The instructions of a method's body: ECMA-335, III.</summary>
internal static class MethodCode
{
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(x => (OpCode)x.GetValue(null)!)
        .ToDictionary(x => (ushort)x.Value);

    public static IReadOnlyList<Instruction> In(BlobReader code)
    {
        var instructions = new List<Instruction>();
        while (code.RemainingBytes > 0)
        {
            var offset = code.Offset;
            ushort value = code.ReadByte();
            if (value == TwoByteCode)
            {
                value = (ushort)((TwoByteCode << 8) | code.ReadByte());
            }

            var (operand, targets) = Operand(ref code, Codes[value].OperandType);
            instructions.Add(new Instruction(offset, Codes[value], operand, targets));
        }

        return instructions;
    }

    private static (int Operand, IReadOnlyList<int> Targets) Operand(ref BlobReader code, OperandType type)
    {
        switch (type)
        {
            case OperandType.InlineSwitch:
                var steps = new int[code.ReadInt32()];
                for (var i = 0; i < steps.Length; i++)
                {
                    steps[i] = code.ReadInt32();
                }

                var end = code.Offset;
                return (0, [.. steps.Select(x => end + x)]);
            case OperandType.InlineBrTarget:
                var far = code.ReadInt32();
                return (0, [code.Offset + far]);
            case OperandType.ShortInlineBrTarget:
                var near = code.ReadSByte();
                return (0, [code.Offset + near]);
            case OperandType.InlineI8 or OperandType.InlineR:
                code.Offset += 8;
                return (0, []);
            case OperandType.InlineVar:
                return (code.ReadUInt16(), []);
            case OperandType.ShortInlineVar or OperandType.ShortInlineI:
                return (code.ReadByte(), []);
            case OperandType.InlineNone:
                return (0, []);
            default:
                return (code.ReadInt32(), []);
        }
    }
}
