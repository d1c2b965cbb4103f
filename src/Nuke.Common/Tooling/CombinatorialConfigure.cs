namespace Nuke.Common.Tooling;

/// <summary>Turns default options into one or more: <c>_ =&gt; _.CombineWith(…)</c>.</summary>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options)
    where T : new();
