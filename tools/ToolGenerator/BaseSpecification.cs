namespace ToolGenerator;

/// <summary>A class of options that the options of several commands derive from.</summary>
internal sealed record BaseSpecification(string Name, string About, IReadOnlyList<OptionSpecification> Options);
