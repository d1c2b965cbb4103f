using System.Text.Json.Nodes;
using System.Threading.Channels;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Where a container's lines go: with the awslogs driver to the stream <c>PREFIX/CONTAINER/TASK</c> of its group
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html), else the last 1,000 are kept in memory.
/// </summary>
internal sealed class ContainerOutput : IAsyncDisposable
{
    private const int MaximumLines = 1_000;

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Queue<string> _kept = new();
    private readonly LogGroups _groups;
    private readonly Task _writing;

    public ContainerOutput(LogGroups groups, JsonObject container, string taskId)
    {
        _groups = groups;
        var log = container.Structure("logConfiguration");
        var options = log?.Structure("options");
        if (log?.Text("logDriver") == "awslogs" && options?.Text("awslogs-group") is { } group)
        {
            Group = group;
            Stream = options.Text("awslogs-stream-prefix") is { } prefix ? $"{prefix}/{container.Text("name")}/{taskId}" : taskId;

            // The stream is there from the start, so that whoever looks for a silent task's log finds an empty one.
            groups.Write(group, Stream, []);
        }

        _writing = WriteAsync();
    }

    public string? Group { get; }

    public string? Stream { get; }

    public void Add(string line) => _lines.Writer.TryWrite(line);

    /// <summary>Ends when everything that was added is in the log.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        var batch = new List<string>();
        while (await _lines.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < 1_000 && _lines.Reader.TryRead(out var line))
            {
                batch.Add(line);
            }

            if (Group is not null)
            {
                try
                {
                    _groups.Write(Group, Stream!, batch);
                    continue;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or AwsServiceException)
                {
                    // The disk is full or the group was deleted meanwhile: the task goes on, its lines stay in memory.
                }
            }

            foreach (var line in batch)
            {
                _kept.Enqueue(line);
            }

            while (_kept.Count > MaximumLines)
            {
                _kept.Dequeue();
            }
        }
    }
}
