namespace Fairlead.Releases;

/// <summary>What the parts of a release are called where nobody names them: in a build with one of each, in stack outputs and in manifests of version 1.</summary>
public static class PartNames
{
    public const string Service = "api";

    public const string Site = "web";
}
