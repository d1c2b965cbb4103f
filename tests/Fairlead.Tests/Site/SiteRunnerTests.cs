using System.Xml.Linq;
using Fairlead.Site;

namespace Fairlead.Tests.Site;

public sealed class SiteRunnerTests
{
    private const string Nothing = """<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></DeleteResult>""";

    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    [Fact]
    public async Task Objects_are_taken_away_a_thousand_at_a_time_with_a_digest_and_looked_for_afterwards()
    {
        await using var server = new LoopbackServer(x => Xml(x.Method == "POST" ? Nothing : Listing("index.html")));

        await RemoveAsync(server, [.. Enumerable.Range(0, 1_001).Select(x => $"old/{x}.html")]);

        var deletes = server.Requests.Where(x => x.Method == "POST").ToArray();
        deletes.Select(x => XElement.Parse(x.Body).Elements().Count(y => y.Name.LocalName == "Object")).ShouldBe([1_000, 1]);
        deletes.Select(x => x.Path).ShouldBe(["/site/?delete", "/site/?delete"]);
        foreach (var headers in deletes.Select(x => x.Headers.Keys))
        {
            headers.ShouldContain(x => x == "Content-MD5" || x.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase), string.Join(' ', headers));
        }

        server.Requests.Last().Method.ShouldBe("GET");
    }

    [Fact]
    public async Task A_key_is_named_as_it_is_whatever_characters_it_has()
    {
        await using var server = new LoopbackServer(x => Xml(x.Method == "POST" ? Nothing : Listing()));

        await RemoveAsync(server, ["a b/ü&<1>+%20.html"]);

        XElement.Parse(server.Requests.First().Body).Descendants(Namespace + "Key").Single().Value.ShouldBe("a b/ü&<1>+%20.html");
    }

    [Fact]
    public async Task Each_object_that_could_not_be_deleted_is_told_with_its_reason()
    {
        await using var server = new LoopbackServer(_ => Xml($"""
            <DeleteResult xmlns="{Namespace}"><Error><Key>a.html</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
            <Error><Key>b.html</Key><Code>InternalError</Code><Message>We encountered an internal error.</Message></Error></DeleteResult>
            """));

        var error = await Should.ThrowAsync<FairleadException>(() => RemoveAsync(server, ["a.html", "b.html", "c.html"]));

        error.What.ShouldBe("2 of 3 objects could not be deleted from the bucket 'site'.");
        error.Why.ShouldBe("'a.html': AccessDenied, Access Denied. 'b.html': InternalError, We encountered an internal error.");
    }

    [Fact]
    public async Task An_object_that_is_there_all_the_same_is_told()
    {
        await using var server = new LoopbackServer(x => Xml(x.Method == "POST" ? Nothing : Listing("index.html", "a.html")));

        (await Should.ThrowAsync<FairleadException>(() => RemoveAsync(server, ["a.html", "b.html"]))).What
            .ShouldBe("'a.html' in the bucket 'site' was deleted and is there.");
    }

    [Fact]
    public async Task Nothing_to_take_away_asks_nobody()
    {
        await using var server = new LoopbackServer(_ => Xml(Nothing));

        await RemoveAsync(server, []);

        server.Requests.ShouldBeEmpty();
    }

    private static async Task RemoveAsync(LoopbackServer server, IReadOnlyCollection<string> paths)
    {
        using var clients = LoopbackClients.For(server);
        await new SiteRunner(clients.S3, new SiteOptions { Directory = "/nowhere", Bucket = "site" }, new RecordingReporter()).RemoveAsync(paths);
    }

    private static string Listing(params string[] keys) => $"""
        <ListBucketResult xmlns="{Namespace}"><Name>site</Name><KeyCount>{keys.Length}</KeyCount><IsTruncated>false</IsTruncated>
        {string.Concat(keys.Select(x => $"<Contents><Key>{x}</Key><ETag>\"1\"</ETag><Size>1</Size></Contents>"))}</ListBucketResult>
        """;

    private static ScriptedResponse Xml(string body) => new(200, body, ("Content-Type", "application/xml"));
}
