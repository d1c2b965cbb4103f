namespace Fairlead.LocalCloud.State;

/// <summary>A text that nobody sees by accident: it prints as <c>***</c>, and in a document of <see cref="SealingKey.Options"/> it stands sealed.</summary>
internal sealed record SecretText(string Value)
{
    public override string ToString() => "***";
}
