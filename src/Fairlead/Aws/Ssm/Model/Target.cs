namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Instances by a tag.</summary>
public sealed class Target
{
    /// <summary><c>tag:</c> and the tag's name.</summary>
    public string? Key { get; set; }

    public List<string>? Values { get; set; }
}
