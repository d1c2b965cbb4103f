using System.Net;

namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>The Docker Engine refuses, in its own words, or does not answer.</summary>
/// <param name="message">What it says.</param>
/// <param name="status">The status of its answer; null when there was none.</param>
internal sealed class DockerEngineException(string message, HttpStatusCode? status = null) : Exception(message)
{
    public HttpStatusCode? Status { get; } = status;
}
