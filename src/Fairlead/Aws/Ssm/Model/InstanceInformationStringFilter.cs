namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Which instances to list.</summary>
public sealed class InstanceInformationStringFilter
{
    /// <summary><c>tag:</c> and the tag's name.</summary>
    public string? Key { get; set; }

    public List<string>? Values { get; set; }
}
