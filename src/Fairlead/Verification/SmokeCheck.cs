using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Fairlead.Releases;

namespace Fairlead.Verification;

/// <summary>One request and what its response must be. Immutable: every method returns another check.</summary>
public sealed partial record SmokeCheck
{
    internal SmokeCheck(string method, string path, string? body, ImmutableList<SmokeExpectation> expectations)
    {
        Method = method;
        Path = path;
        Body = body;
        Expectations = expectations;
    }

    public string Method { get; }

    /// <summary>Below the public URL, placeholders not yet filled in.</summary>
    public string Path { get; }

    /// <summary>JSON text, null for none.</summary>
    public string? Body { get; }

    /// <summary>It changes data, so it runs only when writing checks are asked for, and never twice.</summary>
    public bool IsWrite { get; private init; }

    /// <summary>It is tried again until the run's deadline.</summary>
    public bool IsAllowedToLag { get; private init; }

    internal bool AreRedirectsFollowed { get; private init; }

    internal ImmutableList<SmokeExpectation> Expectations { get; private init; }

    internal ImmutableDictionary<string, string> Remembered { get; private init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Names in braces that an earlier check must have remembered.</summary>
    internal IEnumerable<string> Needs => Placeholder().Matches(Path + Body).Select(x => x.Groups[1].Value).Distinct(StringComparer.Ordinal);

    /// <summary>The response has this status.</summary>
    public SmokeCheck Expects(int status)
        => With($"status {status}", x => x.Status == status ? null : $"status {x.Status.ToString(CultureInfo.InvariantCulture)}", readsBody: false);

    /// <summary>The response is an HTML page.</summary>
    public SmokeCheck Html() => With("an HTML page", x => x.ContentType == "text/html" ? null : $"content type '{x.ContentType}'", readsBody: false);

    /// <summary>The page's <c>&lt;meta name="release"&gt;</c> is this release. May lag behind: an edge takes a moment.</summary>
    public SmokeCheck NamesRelease() => With(
        x => $"a page of release {x}",
        x => ReleaseStamp.Read(x.Body) is { } release
            ? release == x.ReleaseId ? null : $"a page of release {release}"
            : "a page that names no release").MayLag();

    /// <summary>The JSON property is this release. May lag behind: earlier tasks answer until they are drained.</summary>
    /// <param name="path">Property names and array indexes with dots between: <c>build.release</c>.</param>
    public SmokeCheck NamesRelease(string path) => With(
        x => $"{path} = {x}",
        x => x.Json(path) is { } release ? release == x.ReleaseId ? null : $"{path} = {release}" : $"no property {path}").MayLag();

    /// <summary>The JSON value fulfils the condition. Strings come without quotes, other values as JSON text, null when the property is missing.</summary>
    /// <param name="path">Property names and array indexes with dots between: <c>items.0.id</c>.</param>
    /// <param name="condition">What must hold.</param>
    /// <param name="text">The condition's source, for the failure.</param>
    public SmokeCheck Json(string path, Func<string?, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
        => With($"{path} to fulfil {text}", x => condition(x.Json(path)) ? null : x.Json(path) is { } value ? $"{path} = {value}" : $"no property {path}");

    /// <summary>The JSON value is this one; placeholders in it are filled in.</summary>
    public SmokeCheck JsonEquals(string path, string expected)
        => With($"{path} = {expected}", x => x.Json(path) is { } value ? value == x.Fill(expected) ? null : $"{path} = {value}" : $"no property {path}");

    /// <summary>The body contains this text.</summary>
    public SmokeCheck Contains(string text)
        => With($"a body that contains '{text}'", x => x.Body.Contains(x.Fill(text), StringComparison.Ordinal) ? null : "a body without it");

    /// <summary>The response has this header with this value.</summary>
    public SmokeCheck Header(string name, string expected)
        => With(
            $"{name}: {expected}", x => x.Header(name) is { } value ? value == expected ? null : $"{name}: {value}" : $"no header {name}", readsBody: false);

    /// <summary>Keeps a JSON value for later checks, as <c>{name}</c>.</summary>
    /// <param name="path">Where the value is.</param>
    /// <param name="name">What to call it; the path itself when not given.</param>
    public SmokeCheck Remember(string path, string? name = null)
        => With($"a property {path}", x => x.Json(path) is null ? $"no property {path}" : null) with { Remembered = Remembered.SetItem(name ?? path, path) };

    /// <summary>The check changes data. It runs only after a deploy that changed something, once, and
    /// checks that need what it remembered run with it.</summary>
    public SmokeCheck Writes() => this with { IsWrite = true };

    /// <summary>The check may fail for a moment after a deploy. Has no effect on a check that writes.</summary>
    public SmokeCheck MayLag() => this with { IsAllowedToLag = true };

    /// <summary>Redirects are followed, at most five. Otherwise a redirect is the response.</summary>
    public SmokeCheck FollowsRedirects() => this with { AreRedirectsFollowed = true };

    public override string ToString() => $"{Method} {Path}";

    private SmokeCheck With(string expected, Func<SmokeResponse, string?> got, bool readsBody = true) => With(_ => expected, got, readsBody);

    private SmokeCheck With(Func<string, string> expected, Func<SmokeResponse, string?> got, bool readsBody = true)
        => this with { Expectations = Expectations.Add(new SmokeExpectation(expected, got, readsBody)) };

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z0-9_.]*)\}")]
    internal static partial Regex Placeholder();
}

/// <param name="Expected">What is expected, given the release id.</param>
/// <param name="Got">What is there instead; null when the expectation holds.</param>
/// <param name="ReadsBody">Whether it looks at the body.</param>
internal sealed record SmokeExpectation(Func<string, string> Expected, Func<SmokeResponse, string?> Got, bool ReadsBody);
