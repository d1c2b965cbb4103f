using System.Text.Json.Serialization;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>
/// What the engine was made to pull, so that not every release stays in it for ever: the newest <see cref="Maximum"/> are kept, and those that
/// a container uses. Nothing else in the engine is touched.
/// </summary>
internal sealed class PulledImages
{
    private const int Maximum = 20;

    private readonly JsonState<PulledImagesDocument> _document;
    private readonly DockerEngine _engine;

    public PulledImages(StateDirectory state, DockerEngine engine)
    {
        _engine = engine;
        _document = new JsonState<PulledImagesDocument>(state, "ecs/docker-images.json", PulledImagesJson.Default.PulledImagesDocument);
        if (state.IsNewCopy && _document.Read(x => x.References.Count > 0))
        {
            // The original had them pulled, and may need them.
            _document.Change(x => { x.References.Clear(); });
        }
    }

    /// <summary>Notes an image that is about to be pulled, and has the engine forget the oldest ones.</summary>
    public async Task AddAsync(string reference, CancellationToken cancellationToken)
    {
        var surplus = _document.Change(x =>
        {
            x.References.Remove(reference);
            x.References.Add(reference);
            return x.References.Take(x.References.Count - Maximum).ToArray();
        });
        foreach (var old in surplus)
        {
            if (await _engine.RemoveImageAsync(old, cancellationToken))
            {
                _document.Change(x => { x.References.Remove(old); });
            }
        }
    }
}

/// <summary>References by digest, oldest first.</summary>
internal sealed class PulledImagesDocument
{
    public List<string> References { get; set; } = [];
}

[JsonSerializable(typeof(PulledImagesDocument))]
internal sealed partial class PulledImagesJson : JsonSerializerContext;
