namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>What a service has answered.</summary>
/// <param name="Status">Of HTTP; never a failure of the local cloud itself.</param>
/// <param name="Refusal">The body of a refusal; empty otherwise.</param>
internal readonly record struct CloudAnswer(int Status, string Refusal)
{
    public bool IsRefusal => Status >= 400;
}
