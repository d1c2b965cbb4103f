namespace Fairlead.Containers;

/// <summary>
/// Which file goes into which layer. What rarely changes is one layer and what the team writes is another, so that a change of code
/// pushes little.
/// </summary>
public sealed record ImagePlan(IReadOnlyList<LayerPlan> Layers)
{
    /// <summary>Reads the content directory and writes nothing.</summary>
    /// <exception cref="FairleadException">The content is missing, empty, or links to outside of itself.</exception>
    public static ImagePlan Create(ImageOptions options)
    {
        Validate(options);
        var files = ContentScan.Read(options.ContentDirectory)
            .Where(x => !options.OnlyPlatformRuntimes || RuntimeFilter.IsKept(x.Path, options.Platform))
            .ToList();
        if (files.Count == 0)
        {
            throw new FairleadException(
                $"There is nothing to put into the image in {options.ContentDirectory}.",
                "The directory is empty.",
                "Run the target that publishes the application, then run this one again.");
        }

        var own = OwnFiles.Of(options, files);
        var layers = new List<LayerPlan>(2);
        AddLayer("dependencies", files.Where(x => !own.Contains(x.Path)));
        AddLayer("app", files.Where(x => own.Contains(x.Path)));
        return new ImagePlan(layers);

        void AddLayer(string name, IEnumerable<LayerEntry> content)
        {
            var layer = LayerPlan.Create(name, options.ContentRoot.Trim('/'), content);
            if (layer.Entries.Count > 0)
            {
                layers.Add(layer);
            }
        }
    }

    public override string ToString()
        => string.Join(", ", Layers.Select(x => $"{x.Name}: {x.Entries.Count(y => y.Kind != LayerEntryKind.Directory)} files, {x.ContentLength} bytes"));

    private static void Validate(ImageOptions options)
    {
        if (options.Entrypoint.Count == 0)
        {
            throw new FairleadException(
                "The image has no command.",
                "Its entry point is empty.",
                "Set Entrypoint, for example to dotnet and the main assembly.");
        }

        if (!options.ContentRoot.StartsWith('/') || options.ContentRoot.Split('/').Contains(".."))
        {
            throw new FairleadException(
                $"The content cannot go to '{options.ContentRoot}' in the image.",
                "The content root must be an absolute path without '..'.",
                "Use a path such as /app.");
        }

        if (options.Created < DateTimeOffset.UnixEpoch || options.Created.ToUnixTimeSeconds() > ImageOptions.MaxTarTime)
        {
            throw new FairleadException(
                $"The image cannot carry the time {options.Created:O}.",
                "Image files can carry times from 1970 to 2242.",
                "Leave Created unset or give a time in that range.");
        }
    }
}
