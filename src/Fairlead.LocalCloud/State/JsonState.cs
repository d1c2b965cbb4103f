using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Fairlead.Json;

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
    private readonly Func<T, string?>? _whyWrong;

    /// <summary>What is on the disk; null for no file.</summary>
    private byte[]? _written;
    private T _value;

    /// <param name="directory">Where.</param>
    /// <param name="relativePath">Of the file.</param>
    /// <param name="type">The document.</param>
    /// <param name="whyWrong">A sentence on what the document says that cannot be; null when all is well.</param>
    /// <exception cref="StateDirectoryException">
    /// The file is not what this program wrote. It has been moved aside under a name that ends in
    /// <c>.corrupt</c>, so that the next start works and nothing is lost. Or the disk refuses to read it; then it stays.
    /// </exception>
    public JsonState(StateDirectory directory, string relativePath, JsonTypeInfo<T> type, Func<T, string?>? whyWrong = null)
    {
        _directory = directory;
        _relativePath = relativePath;
        _type = type;
        _whyWrong = whyWrong;
        (_written, _value) = Load();
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
                var content = JsonSerializer.SerializeToUtf8Bytes(_value, _type);
                _directory.WriteAtomically(_relativePath, content);
                _written = content;
                return result;
            }
            catch
            {
                _value = _written is null ? new T() : JsonSerializer.Deserialize(_written, _type)!;
                throw;
            }
        }
    }

    public void Change(Action<T> change) => Change(value =>
    {
        change(value);
        return true;
    });

    private (byte[]? Written, T Value) Load()
    {
        var path = _directory.PathOf(_relativePath);
        if (Directory.Exists(path))
        {
            throw DamagedState.MoveAside(path, $"The local cloud's state file {path} cannot be read: it is a folder.");
        }

        if (!File.Exists(path))
        {
            return (null, new T());
        }

        try
        {
            var content = File.ReadAllBytes(path);
            var value = StateDocument.Read(content, _type);
            return _whyWrong?.Invoke(value) is { } why ? throw new JsonException(why) : (content, value);
        }
        catch (JsonException exception)
        {
            throw DamagedState.MoveAside(path, $"The local cloud's state file {path} cannot be read: {JsonFault.Of(exception)}", exception);
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw new StateDirectoryException(
                $"The local cloud's state file {path} cannot be read: {exception.Message} It was left as it is. Make it readable, and run again.",
                exception);
        }
    }
}
