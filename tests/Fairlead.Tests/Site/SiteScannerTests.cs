using Fairlead.Site;

namespace Fairlead.Tests.Site;

public sealed class SiteScannerTests : IDisposable
{
    private const string Page = "<html><head></head></html>";

    private readonly string _root = Directory.CreateTempSubdirectory("site-").FullName;

    private SiteOptions Options => new() { Directory = _root, Bucket = "site" };

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Files_get_the_headers_of_their_kind()
    {
        Write("index.html", Page);
        Write("assets/index-BkF3x_9Z.js", "js");
        Write("assets/page-BkF3x_9Z.html", Page);
        Write("sw.js", "worker");
        var content = await SiteScanner.ScanAsync(Options);
        content.Files.Select(x => (x.Path, x.ContentType, x.CacheControl)).ShouldBe(
        [
            ("assets/index-BkF3x_9Z.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
            ("assets/page-BkF3x_9Z.html", "text/html; charset=utf-8", "no-cache"),
            ("index.html", "text/html; charset=utf-8", "no-cache"),
            ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ]);
        content.Files[0].ShouldSatisfyAllConditions(
            x => x.Md5.ShouldBe("32981a13284db7a021131df49e6cd203"),
            x => x.Sha256.ShouldBe("16cedf80ade01c62bdd1ae931d0492330c0b62bf294c08c095ce2fab21a9298d"),
            x => x.Size.ShouldBe(2),
            x => x.Html.ShouldBeNull());
    }

    [Fact]
    public async Task The_digest_follows_content_and_headers_and_nothing_else()
    {
        Write("index.html", Page);
        Write("b.txt", "b");
        var digest = (await SiteScanner.ScanAsync(Options)).Digest;
        File.SetLastWriteTimeUtc(Path.Combine(_root, "b.txt"), DateTime.UnixEpoch);
        (await SiteScanner.ScanAsync(Options)).Digest.ShouldBe(digest);
        (await SiteScanner.ScanAsync(Options with { EntryPointCacheControl = "max-age=1" })).Digest.ShouldNotBe(digest);
        Write("b.txt", "c");
        (await SiteScanner.ScanAsync(Options)).Digest.ShouldNotBe(digest);
    }

    [Fact]
    public async Task What_cannot_be_a_site_is_refused_with_the_reason()
    {
        (await ErrorAsync()).What.ShouldContain("is empty");
        Write("app.js", "x");
        (await ErrorAsync()).What.ShouldContain("has no index.html");
        Write("index.html", "no head");
        (await ErrorAsync()).What.ShouldContain("index.html cannot be stamped");
        (await Should.ThrowAsync<FairleadException>(() => SiteScanner.ScanAsync(Options with
        {
            Directory = Path.Combine(
            _root,
            "none")
        }))).What.ShouldContain("does not exist");
    }

    [Theory]
    [InlineData("chunk-*.js")]
    [InlineData("loaders/*/chunk-*.js")]
    [InlineData("loaders/**")]
    [InlineData("**/v1/*.js")]
    [InlineData("/loaders/v1/chunk-BkF3x_9Z.js")]
    public async Task A_pattern_makes_an_entry_point_of_what_looks_like_an_asset(string pattern)
    {
        Write("index.html", Page);
        Write("loaders/v1/chunk-BkF3x_9Z.js", "js");
        Write("assets/other-BkF3x_9Z.js", "js");

        var content = await SiteScanner.ScanAsync(Options with
        {
            EntryPoints = [.. SiteOptions.UsualEntryPoints, pattern],
            AssetCacheControl = "public, max-age=60",
            EntryPointCacheControl = "no-store",
        });

        content.Files.Select(x => (x.Path, x.IsEntryPoint, x.CacheControl)).ShouldBe(
        [
            ("assets/other-BkF3x_9Z.js", false, "public, max-age=60"),
            ("index.html", true, "no-store"),
            ("loaders/v1/chunk-BkF3x_9Z.js", true, "no-store"),
        ]);
    }

    [Theory]
    [InlineData("chunks-*.js")]
    [InlineData("loaders/*.js")]
    [InlineData("loaders")]
    [InlineData("v1/*.js")]
    public async Task A_pattern_that_matches_nothing_is_told(string pattern)
    {
        Write("index.html", Page);
        Write("loaders/v1/chunk-BkF3x_9Z.js", "js");

        var error = await Should.ThrowAsync<FairleadException>(() => SiteScanner.ScanAsync(Options with { EntryPoints = ["*.html", pattern] }));

        error.What.ShouldBe($"No file of the site is called '{pattern}', as its entry points say.");
    }

    [Fact]
    public async Task A_cache_control_that_is_no_header_is_told()
    {
        Write("index.html", Page);

        (await Should.ThrowAsync<FairleadException>(() => SiteScanner.ScanAsync(Options with { AssetCacheControl = "public\nmax-age=1" }))).What
            .ShouldBe("The Cache-Control of the site's assets is not one.");
        (await Should.ThrowAsync<FairleadException>(() => SiteScanner.ScanAsync(Options with { EntryPointCacheControl = "größer" }))).What
            .ShouldBe("The Cache-Control of the site's entry points is not one.");
    }

    [Fact]
    public async Task A_site_that_lies_a_folder_deeper_is_pointed_to()
    {
        Write("client/index.html", Page);
        Write("client/docs/index.html", Page);

        (await ErrorAsync()).Why.ShouldBe("Visitors of the root would get an error. There is one at client/index.html.");
    }

    [Fact]
    public async Task A_link_may_stay_inside_the_site_but_not_lead_out_of_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write("index.html", Page);
        Write("real/a.txt", "a");
        Directory.CreateSymbolicLink(Path.Combine(_root, "alias"), Path.Combine(_root, "real"));
        File.CreateSymbolicLink(Path.Combine(_root, "b.txt"), "real/a.txt");
        Directory.CreateSymbolicLink(Path.Combine(_root, "real/loop"), _root);
        var paths = (await SiteScanner.ScanAsync(Options)).Files.Select(x => x.Path).ToArray();
        paths.ShouldContain("b.txt");
        paths.ShouldContain("index.html");

        File.CreateSymbolicLink(Path.Combine(_root, "secret.txt"), "/etc/hostname");
        (await ErrorAsync()).What.ShouldContain("secret.txt");
    }

    [Fact]
    public async Task Names_that_differ_only_by_case_are_refused()
    {
        Write("index.html", Page);
        Write("Logo.svg", "1");
        Write("logo.svg", "2");
        if (Directory.GetFiles(_root).Length == 3)
        {
            (await ErrorAsync()).What.ShouldContain("Logo.svg and logo.svg");
        }
    }

    private Task<FairleadException> ErrorAsync() => Should.ThrowAsync<FairleadException>(() => SiteScanner.ScanAsync(Options));

    private void Write(string path, string content)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }
}
