using Fairlead.LocalCloud.Hosting;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.State;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.State;

/// <summary>Whatever is damaged in the state of a whole cloud: a message that names it, and the next start works.</summary>
public sealed class StateDamageTests : IDisposable
{
    private readonly TemporaryDirectory _path = new("fairlead-damage-");

    public void Dispose() => _path.Dispose();

    [Theory]
    [InlineData("ports.json", """{ "Api": 99999, "Registry": 1, "Edge": 2 }""")]
    [InlineData("ports.json", """{ "Api": -1, "Registry": 1, "Edge": 2 }""")]
    [InlineData("ports.json", "null")]
    [InlineData("ports.json", "[]")]
    [InlineData("ports.json", "")]
    [InlineData("ecr/repositories.json", """{"repositories":null}""")]
    [InlineData("ecr/repositories.json", """{"repositories":{"x":null}}""")]
    [InlineData("ecr/repositories.json", """{"repositories":{"x":{}}}""")]
    [InlineData("ecs/ecs.json", """{"clusters":null}""")]
    [InlineData("ecs/ecs.json", """{"services":[null]}""")]
    [InlineData("ecs/docker-images.json", "null")]
    [InlineData("load-balancing/target-groups.json", """{"groups":null}""")]
    [InlineData("logs/groups.json", """{"groups":{"x":null}}""")]
    [InlineData("cloudfront.json", """{"distributions":[null]}""")]
    [InlineData("stacks.json", """{"stacks":null}""")]
    [InlineData("stacks.json", """{"stacks":{"x":null}}""")]
    [InlineData("access-key.json", "null")]
    [InlineData("access-key.json", "{}")]
    [InlineData("access-key.json", """{"accessKeyId":"AKIALOCALCLOUD234567","secretAccessKey":""}""")]
    public async Task A_document_that_cannot_be_is_moved_aside(string file, string content)
    {
        Write(file, content);

        (await ShouldNameAsync(file)).ShouldNotContain("System.");

        Directory.GetFiles(Path.GetDirectoryName(_path.PathOf(file))!, "*.corrupt").Select(File.ReadAllText).ShouldBe([content], "nothing is lost");
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("ports.json")]
    [InlineData("endpoints.json")]
    [InlineData("local-cloud.log")]
    [InlineData("stacks.json")]
    [InlineData("cloudfront.json")]
    [InlineData("ecr/repositories.json")]
    [InlineData("ecs/ecs.json")]
    [InlineData("logs/groups.json")]
    public async Task A_folder_in_place_of_a_file_is_moved_aside(string file)
    {
        Directory.CreateDirectory(_path.PathOf(file, "inside"));

        await ShouldNameAsync(file);

        Directory.GetDirectories(Path.GetDirectoryName(_path.PathOf(file))!, "*.corrupt").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("s3")]
    [InlineData("s3/buckets")]
    [InlineData("ecr")]
    [InlineData("ecr/blobs/sha256")]
    [InlineData("ecs")]
    [InlineData("logs")]
    public async Task A_file_in_place_of_a_folder_is_moved_aside(string folder)
    {
        Write(folder, "x");

        await ShouldNameAsync(folder);
    }

    [Fact]
    public async Task An_emptied_log_stream_is_moved_aside()
    {
        await using (var server = await StartAsync())
        {
            server.Services.GetRequiredService<LogGroups>().Write("group", "stream", ["line"]);
        }

        var file = Directory.GetFiles(_path.PathOf("logs"), "*.jsonl", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file, []);

        await ShouldNameAsync(Path.GetRelativePath(_path, file));
    }

    [Fact]
    public async Task What_a_killed_write_left_is_swept_and_what_is_the_users_is_not()
    {
        var id = Guid.NewGuid().ToString("N");
        string[] left = [$"ports.json.{id}.tmp", $"{id}.tmp", $"ecr/repositories.json.{id}.tmp", $"s3/corrupt/b/journal.{id}.tmp", "logs/g/s.jsonl.tmp"];
        string[] others =
        [
            "volumes/data/mine.tmp", "volumes/notes.tmp", $"volumes/shop/data/orders.json.{id}.tmp", "volumes/shop/data/orders.jsonl.tmp",
            $"volumes/shop/data/{id}.tmp",
        ];
        foreach (var file in left.Concat(others))
        {
            Write(file, "x");
        }

        await using (await StartAsync())
        {
        }

        left.Where(x => File.Exists(_path.PathOf(x))).ShouldBeEmpty();
        others.Where(x => File.Exists(_path.PathOf(x))).ShouldBe(others);
    }

    private async Task<string> ShouldNameAsync(string file)
    {
        var message = (await Should.ThrowAsync<StateDirectoryException>(StartAsync())).Message;
        message.ShouldContain(_path.PathOf(file));
        message.ShouldContain(".corrupt");
        await using (await StartAsync())
        {
        }

        return message;
    }

    private void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path.PathOf(file))!);
        File.WriteAllText(_path.PathOf(file), content);
    }

    private Task<LocalCloudServer> StartAsync() => LocalCloudServer.StartAsync(new LocalCloudOptions
    {
        StateDirectory = _path,
        ApiPort = 0,
        RegistryPort = 0,
        EdgePort = 0,
    });
}
