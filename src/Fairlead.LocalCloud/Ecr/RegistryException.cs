namespace Fairlead.LocalCloud.Ecr;

/// <summary>An error of the distribution API, with a code of its list.</summary>
internal sealed class RegistryException(int statusCode, string code, string message, string? detail = null) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string Code { get; } = code;

    public string? Detail { get; } = detail;
}
