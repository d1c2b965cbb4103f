namespace Fairlead.Components.Tests.Architecture;

/// <summary>A type that another one refers to; of a nested one, the type around it.</summary>
/// <param name="Assembly">Simple name of the assembly that has it.</param>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Name">With the number of its type parameters, as compiled: <c>List`1</c>.</param>
internal sealed record TypeUse(string Assembly, string Namespace, string Name)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
