using System.Collections.Immutable;
using System.Text.Json;

namespace Fairlead.Verification;

/// <summary>
/// Begins a smoke check. Paths are below the public URL; <c>{name}</c> in a path, a body or an expected
/// value stands for what an earlier check remembered under that name.
/// <code>
/// Smoke.Get("/").Expects(200).Html().NamesRelease(),
/// Smoke.Post("/api/orders", """{ "productId": 1 }""").Expects(201).Remember("id"),
/// Smoke.Get("/api/orders/{id}").Expects(200).JsonEquals("id", "{id}"),
/// </code>
/// </summary>
public static class Smoke
{
    public static SmokeCheck Get(string path) => Check("GET", path);

    public static SmokeCheck Head(string path) => Check("HEAD", path);

    /// <summary>A check that writes: see <see cref="SmokeCheck.Writes"/>.</summary>
    /// <param name="path">Path below the public URL.</param>
    /// <param name="json">The body: a string is taken as JSON text, anything else is serialised.</param>
    public static SmokeCheck Post(string path, object? json = null) => Check("POST", path, json).Writes();

    /// <inheritdoc cref="Post"/>
    public static SmokeCheck Put(string path, object? json = null) => Check("PUT", path, json).Writes();

    /// <inheritdoc cref="Post"/>
    public static SmokeCheck Delete(string path) => Check("DELETE", path).Writes();

    private static SmokeCheck Check(string method, string path, object? json = null) => path.StartsWith('/')
        ? new SmokeCheck(
            method,
            path,
            json switch { null => null, string text => text, _ => JsonSerializer.Serialize(json) },
            ImmutableList<SmokeExpectation>.Empty)
        : throw new ArgumentException($"The path '{path}' of a smoke check must begin with a slash.", nameof(path));
}
