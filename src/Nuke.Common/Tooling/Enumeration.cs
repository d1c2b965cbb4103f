using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>A closed set of named values: <c>public static readonly Configuration Debug = new() { Value = nameof(Debug) };</c>.</summary>
[DebuggerDisplay("{Value}")]
public abstract class Enumeration
{
    protected string Value { get; set; }

    public static implicit operator string(Enumeration value) => value?.Value;

    public static bool operator ==(Enumeration a, Enumeration b) => Equals(a, b);

    public static bool operator !=(Enumeration a, Enumeration b) => !Equals(a, b);

    public override bool Equals(object obj) => obj is Enumeration other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value;

    protected bool Equals(Enumeration other) => Value == other.Value;
}
