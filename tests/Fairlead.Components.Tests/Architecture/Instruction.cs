using System.Reflection.Emit;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>One instruction of a method's body.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">A token, the index of a variable or of an argument; 0 where there is none.</param>
/// <param name="Targets">Offsets of the instructions that it may go to, beside the next one.</param>
internal sealed record Instruction(int Offset, OpCode Code, int Operand, IReadOnlyList<int> Targets);
