namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>The Docker Engine refuses, in its own words.</summary>
internal sealed class DockerEngineException(string message) : Exception(message);
