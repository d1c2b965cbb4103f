namespace Fairlead.LocalCloud.Ecs;

/// <summary>An image that is on this machine.</summary>
/// <param name="Reference">What the task definition says.</param>
/// <param name="Digest">Digest of its manifest.</param>
/// <param name="Root">Directory of its unpacked layers. Shared by all tasks; nothing writes there.</param>
/// <param name="Config">What the image says about how to run it.</param>
internal sealed record PreparedImage(string Reference, string Digest, string Root, ImageConfig Config);

/// <summary>The execution part of an image's configuration.</summary>
internal sealed record ImageConfig(
    IReadOnlyList<string> Entrypoint,
    IReadOnlyList<string> Cmd,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory);
