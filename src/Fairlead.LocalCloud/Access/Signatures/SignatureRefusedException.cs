namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>A request is refused for its signature.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="detail">What exactly, where there is more to say.</param>
internal sealed class SignatureRefusedException(SignatureFault fault, string? detail = null) : Exception(detail)
{
    public SignatureFault Fault { get; } = fault;

    public string? Detail { get; } = detail;
}
