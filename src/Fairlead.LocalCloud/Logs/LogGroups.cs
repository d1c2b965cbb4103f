using System.Collections.Concurrent;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Logs;

/// <summary>The log groups and their streams. A group keeps its newest <see cref="MaximumStreams"/> streams; an older one goes when a new one comes.</summary>
internal sealed class LogGroups
{
    /// <summary>Bounds a group to 200 × 8 MiB; every task of a service writes a stream of its own.</summary>
    public const int MaximumStreams = 200;

    private readonly JsonState<LogGroupsDocument> _document;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, LogStream>> _streams = new(StringComparer.Ordinal);
    private readonly StateDirectory _state;
    private readonly Account _account;
    private readonly TimeProvider _clock;

    public LogGroups(StateDirectory state, Account account, TimeProvider clock)
    {
        _state = state;
        (_account, _clock) = (account, clock);
        _document = new JsonState<LogGroupsDocument>(state, "logs/groups.json", LogsJson.Default.LogGroupsDocument);
        foreach (var group in _document.Read(x => x.Groups.Keys.ToArray()))
        {
            var streams = _streams[group] = new ConcurrentDictionary<string, LogStream>(StringComparer.Ordinal);
            var folder = Folder(group);
            foreach (var stream in (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : []).Select(LogStream.Open))
            {
                streams[stream.Name] = stream;
            }
        }
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Idempotent: a group that is there stays as it is.</summary>
    public LogGroup Ensure(string name) => Find(name) ?? Add(name);

    /// <exception cref="AwsServiceException">ResourceAlreadyExistsException.</exception>
    public LogGroup Create(string name)
        => Find(name) is null ? Add(name) : throw new AwsServiceException("ResourceAlreadyExistsException", "The specified log group already exists");

    public LogGroup? Find(string name) => _document.Read(x => x.Groups.GetValueOrDefault(name));

    public IReadOnlyList<LogGroup> List(string prefix)
        => _document.Read(x => x.Groups.Values.Where(g => g.Name.StartsWith(prefix, StringComparison.Ordinal)).ToArray());

    public void SetRetention(string name, int? days)
    {
        Get(name);
        _document.Change(x => x.Groups[name] = x.Groups[name] with { RetentionInDays = days });
    }

    public void Delete(string name)
    {
        Get(name);
        _document.Change(x => x.Groups.Remove(name));
        _streams.TryRemove(name, out _);
        if (Directory.Exists(Folder(name)))
        {
            Directory.Delete(Folder(name), recursive: true);
        }
    }

    /// <exception cref="AwsServiceException">ResourceNotFoundException when there is no such group.</exception>
    public IReadOnlyList<LogStream> Streams(string group)
    {
        Get(group);
        return [.. _streams[group].Values.OrderBy(x => x.Name, StringComparer.Ordinal)];
    }

    /// <exception cref="AwsServiceException">ResourceNotFoundException when there is no such group or stream.</exception>
    public LogStream Stream(string group, string stream)
    {
        Get(group);
        return _streams[group].GetValueOrDefault(stream)
            ?? throw new AwsServiceException("ResourceNotFoundException", "The specified log stream does not exist.");
    }

    /// <exception cref="AwsServiceException">ResourceAlreadyExistsException.</exception>
    public LogStream CreateStream(string group, string stream)
    {
        Get(group);
        var streams = _streams[group];
        lock (streams)
        {
            return streams.ContainsKey(stream)
                ? throw new AwsServiceException("ResourceAlreadyExistsException", "The specified log stream already exists")
                : Open(group, stream, streams);
        }
    }

    /// <summary>Appends, and makes the group and the stream when they are not there. The timestamp is now.</summary>
    public void Write(string group, string stream, IEnumerable<string> messages)
    {
        Ensure(group);
        var streams = _streams[group];
        LogStream target;
        lock (streams)
        {
            target = streams.GetValueOrDefault(stream) ?? Open(group, stream, streams);
        }

        var now = Now;
        target.Append(messages.Select(x => (now, x)), now);
    }

    public void Delete(string group, string stream)
    {
        Stream(group, stream);
        _streams[group].TryRemove(stream, out _);
        File.Delete(PathOf(group, stream));
    }

    private LogGroup Get(string name) => Find(name) ?? throw new AwsServiceException("ResourceNotFoundException", "The specified log group does not exist.");

    private LogGroup Add(string name)
    {
        if (name.Length is 0 or > 512 || !name.All(x => char.IsAsciiLetterOrDigit(x) || "._-/#".Contains(x)))
        {
            throw new AwsServiceException("InvalidParameterException", $"'{name}' is not a log group name: 1 to 512 letters, digits and . _ - / # are.");
        }

        return _document.Change(x =>
        {
            if (x.Groups.TryGetValue(name, out var group))
            {
                return group;
            }

            _streams.TryAdd(name, new ConcurrentDictionary<string, LogStream>(StringComparer.Ordinal));
            return x.Groups[name] = new LogGroup(name, $"arn:aws:logs:{_account.Region}:{_account.Id}:log-group:{name}", Now, null);
        });
    }

    private LogStream Open(string group, string stream, ConcurrentDictionary<string, LogStream> streams)
    {
        foreach (var old in streams.Values.OrderByDescending(x => x.CreationTime).Skip(MaximumStreams - 1).ToArray())
        {
            streams.TryRemove(old.Name, out _);
            File.Delete(PathOf(group, old.Name));
        }

        _state.CreateFolder(Folder(group));
        return streams[stream] = LogStream.Create(PathOf(group, stream), stream, Now);
    }

    private string Folder(string group) => Path.Combine(_state.Root, "logs", FileName(group));

    private string PathOf(string group, string stream) => Path.Combine(Folder(group), FileName(stream) + ".jsonl");

    // A hash, because names hold slashes and may be longer than a file name.
    private static string FileName(string name)
        => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)))[..32];
}
