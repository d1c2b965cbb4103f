using Fairlead.Components.Tests.Architecture.Samples.Above;

namespace Fairlead.Components.Tests.Architecture.Samples.Below;

// A wall for each way to refer to a type. None may be written in another way that refers to the same type.
#pragma warning disable CS0067, CS0169, CS0649, CS0219, CA1823, CA1822, IDE0051, IDE0059

internal abstract class BaseWall : List<Roof>;

internal interface IInterfaceWall : IComparable<Roof>;

internal sealed class ConstraintWall<T>
    where T : IRoof;

internal sealed class FieldWall
{
    private readonly Roof? _roof;
}

internal sealed class ArgumentOfArgumentWall
{
    private readonly Dictionary<string, List<Roof[]>>? _roofs;
}

internal static class ParameterWall
{
    public static void Carry(Roof? roof)
    {
    }
}

internal abstract class EventWall
{
    public abstract event EventHandler<Roof> Leaking;
}

[Roof]
internal static class AttributeWall;

internal static class AttributeOfParameterWall
{
    public static void Carry([Roof] string what)
    {
    }
}

[System.ComponentModel.TypeConverter(typeof(List<Roof>))]
internal static class AttributeArgumentWall;

internal static class RoofMaker
{
    public static Roof? Make() => null;
}

internal static class LocalWall
{
    public static bool Carry()
    {
        var roof = RoofMaker.Make();
        GC.KeepAlive(roof);
        return roof is null;
    }
}

internal static class CatchWall
{
    public static void Carry()
    {
        try
        {
            GC.Collect();
        }
        catch (RoofException)
        {
        }
    }
}

internal static class CastWall
{
    public static bool Carry(object roof) => roof is Roof;
}

internal static class TypeOfWall
{
    public static string Carry() => typeof(Roof).Name;
}

internal static class CallWall
{
    public static void Carry() => Roof.Build<int>();
}

internal static class ArgumentOfMethodWall
{
    public static int Carry() => Array.Empty<Roof>().Length;
}

internal static class LambdaWall
{
    public static Func<object, bool> Carry() => x => x is Roof;
}

internal static class IteratorWall
{
    public static IEnumerable<int> Carry(object[] roofs)
    {
        foreach (var roof in roofs)
        {
            yield return roof is Roof ? 1 : 0;
        }
    }
}

internal static class AsynchronousWall
{
    public static async Task<bool> CarryAsync(object roof)
    {
        await Task.Yield();
        return roof is Roof;
    }
}

internal static class LocalFunctionWall
{
    public static bool Carry(object roof)
    {
        return Holds();

        bool Holds() => roof is Roof;
    }
}

internal static class NestedWall
{
    private static class Inner
    {
        public static readonly Type Type = typeof(Roof);
    }
}
