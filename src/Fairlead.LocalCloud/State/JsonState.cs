using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Fairlead.LocalCloud.State;

/// <summary>
/// One JSON document of the state, read once and written whole at every change. Changes are serialised; what <see cref="Change{TResult}"/>
/// has returned is on the disk.
/// </summary>
/// <typeparam name="T">The document. Mutable; only touched inside <see cref="Read{TResult}"/> and <see cref="Change{TResult}"/>.</typeparam>
internal sealed class JsonState<T> where T : class, new()
{
    private readonly Lock _lock = new();
    private readonly StateDirectory _directory;
    private readonly string _relativePath;
    private readonly JsonTypeInfo<T> _type;
    private readonly Func<T, bool> _isWhole;
    private T _value;

    /// <exception cref="StateDirectoryException">
    /// The file is not what this program wrote. It has been moved aside under a name that ends in
    /// <c>.corrupt</c>, so that the next start works and nothing is lost.
    /// </exception>
    /// <param name="directory">Where it is.</param>
    /// <param name="relativePath">The file's name there.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="isWhole">Tells a document that this program wrote from another one that can be read.</param>
    public JsonState(StateDirectory directory, string relativePath, JsonTypeInfo<T> type, Func<T, bool>? isWhole = null)
    {
        _directory = directory;
        _relativePath = relativePath;
        _type = type;
        _isWhole = isWhole ?? (_ => true);
        _value = Load();
    }

    public TResult Read<TResult>(Func<T, TResult> read)
    {
        lock (_lock)
        {
            return read(_value);
        }
    }

    /// <summary>Applies a change and writes the document. When the change throws or the disk refuses, the document is as it was before.</summary>
    public TResult Change<TResult>(Func<T, TResult> change)
    {
        lock (_lock)
        {
            try
            {
                var result = change(_value);
                _directory.WriteAtomically(_relativePath, JsonSerializer.SerializeToUtf8Bytes(_value, _type));
                return result;
            }
            catch
            {
                _value = Load();
                throw;
            }
        }
    }

    public void Change(Action<T> change) => Change(value =>
    {
        change(value);
        return true;
    });

    private T Load()
    {
        var path = _directory.PathOf(_relativePath);
        if (!File.Exists(path))
        {
            return new T();
        }

        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(path), _type) ?? throw new JsonException("The document is null.");
            return _isWhole(read) ? read : throw new JsonException("It is not what the local cloud wrote there.");
        }
        catch (JsonException exception)
        {
            var aside = $"{path}.{DateTimeOffset.UtcNow:yyyyMMddHHmmss}.corrupt";
            File.Move(path, aside, overwrite: true);
            throw new StateDirectoryException(
                $"The local cloud's state file {path} cannot be read: {exception.Message} It was moved to {aside}. Run again to start without it.",
                exception);
        }
    }
}
