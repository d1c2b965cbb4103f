namespace Nuke.Common.Tooling;

/// <summary>The tool writes to standard error what is no error.</summary>
public class LogErrorAsStandard : Attribute;
