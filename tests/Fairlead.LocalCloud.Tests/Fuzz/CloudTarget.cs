using System.Text;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>Targets that are requests: what is answered with 400 or more is refused, in words, and no seed is.</summary>
internal static class CloudTarget
{
    // A service may look through all that it has.
    private const int Memory = 4096;

    public static FuzzTarget Bytes(string name, Func<byte[], CloudAnswer> ask, params byte[][] seeds)
        => FuzzTarget.Bytes(name, x => Require(ask(x)), seeds).RefusesWith<HttpRequestException>() with { MemoryPerByte = Memory };

    public static FuzzTarget Utf8(string name, Func<byte[], CloudAnswer> ask, params string[] seeds)
        => FuzzTarget.Utf8(name, x => Require(ask(x)), seeds).RefusesWith<HttpRequestException>() with { MemoryPerByte = Memory };

    public static FuzzTarget Text(string name, Func<string, CloudAnswer> ask, params string[] seeds)
        => FuzzTarget.Text(name, x => Require(ask(x)), seeds).RefusesWith<HttpRequestException>() with { MemoryPerByte = Memory };

    /// <summary>An operation of a service that speaks JSON, from the request's body on.</summary>
    public static FuzzTarget Json(FuzzCloud cloud, string service, string operation, params string[] seeds)
        => Utf8($"{service} {operation}", x => cloud.Json(service, operation, x), seeds);

    /// <summary>As a server takes it in the target of a request: no control characters, nothing beyond ASCII.</summary>
    public static string Escaped(string text)
        => string.Concat(Encoding.UTF8.GetBytes(text).Select(x => x is > 32 and < 127 ? ((char)x).ToString() : $"%{x:X2}"));

    /// <summary>Lines of <c>Name: value</c>.</summary>
    public static (string Name, string Value)[] Headers(string text)
        => [.. text.Split('\n').Select(x => x.Split(": ", 2)).Where(x => x is [{ Length: > 0 }, _]).Select(x => (x[0], x[1].Trim()))];

    private static void Require(CloudAnswer answer)
    {
        if (answer.IsRefusal)
        {
            throw new HttpRequestException(answer.Refusal);
        }
    }
}
