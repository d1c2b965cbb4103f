using System.Runtime.Serialization;

namespace Nuke.Common.Utilities;

/// <summary>Keeps fluent chains going.</summary>
public static class ObjectExtensions
{
    public static TOutput Apply<TInput, TOutput>(this TInput input, Func<TInput, TOutput> transform) => transform(input);

    public static T When<T>(this T input, bool condition, Func<T, T> transform) => condition ? transform(input) : input;

    public static T WhenNotNull<T, TObject>(this T input, TObject? obj, Func<T, TObject, T> transform) => obj is null ? input : transform(input, obj);

    /// <summary>A deep copy of what the data contract serializer can write.</summary>
    public static T Clone<T>(this T obj)
    {
        var serializer = new DataContractSerializer(typeof(T));
        using var stream = new MemoryStream();
        serializer.WriteObject(stream, obj);
        stream.Position = 0;
        // What was written is read: null only for null.
        return (T)serializer.ReadObject(stream)!;
    }
}
