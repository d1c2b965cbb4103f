namespace ToolGenerator;

/// <summary>One command.</summary>
/// <param name="Name">What the names of its method and of its options' class end with; none for a tool with one command.</param>
/// <param name="Arguments">What the command line begins with; none for a tool with one command.</param>
/// <param name="About">One sentence.</param>
/// <param name="Base">The class that its options derive from.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Groups">The groups whose options it has, too.</param>
/// <param name="HasFramework">Whether the package has an executable for each target framework, one of which can be chosen.</param>
internal sealed record CommandSpecification(
    string Name,
    string? Arguments,
    string About,
    string? Base,
    IReadOnlyList<OptionSpecification>? Options,
    IReadOnlyList<string>? Groups,
    bool HasFramework);
