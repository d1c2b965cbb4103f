namespace Nuke.Common.Tooling;

/// <summary>Turns default options into the wanted ones: <c>_ =&gt; _.SetX(…)</c>.</summary>
public delegate T Configure<T>(T options);

/// <summary>Like <see cref="Configure{T}"/>, with a value of what is iterated over.</summary>
public delegate TOptions Configure<TOptions, TValue>(TOptions options, TValue value)
    where TOptions : new();
