using System.Collections.Concurrent;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Logs;

/// <summary>The log groups and their streams. A group keeps its newest <see cref="MaximumStreams"/> streams; an older one goes when a new one comes.</summary>
internal sealed class LogGroups
{
    /// <summary>Bounds a group to 200 × 8 MiB; every task of a service writes a stream of its own.</summary>
    public const int MaximumStreams = 200;

    /// <summary>Groups and streams come and go one at a time: nobody finds a group whose streams are gone already, or not there yet.</summary>
    private readonly Lock _changing = new();
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

    public static AwsServiceException NoGroup() => new("ResourceNotFoundException", "The specified log group does not exist.");

    public static AwsServiceException NoStream() => new("ResourceNotFoundException", "The specified log stream does not exist.");

    /// <summary>The group that a name or an ARN means; the ARN may end in <c>:*</c>.</summary>
    public static string NameOf(string identifier)
    {
        const string kind = ":log-group:";
        var at = identifier.IndexOf(kind, StringComparison.Ordinal);
        return at < 0 ? identifier : identifier[(at + kind.Length)..].TrimEnd('*').TrimEnd(':');
    }

    /// <summary>Idempotent: a group that is there stays as it is.</summary>
    public LogGroup Ensure(string name)
    {
        lock (_changing)
        {
            return Find(name) ?? Add(name, []);
        }
    }

    /// <exception cref="AwsServiceException">ResourceAlreadyExistsException, InvalidParameterException.</exception>
    public LogGroup Create(string name, SortedDictionary<string, string> tags)
    {
        lock (_changing)
        {
            return Find(name) is null
                ? Add(name, tags)
                : throw new AwsServiceException("ResourceAlreadyExistsException", "The specified log group already exists");
        }
    }

    public LogGroup? Find(string name) => _document.Read(x => x.Groups.GetValueOrDefault(name));

    public IReadOnlyList<LogGroup> List(string prefix)
        => _document.Read(x => x.Groups.Values.Where(g => g.Name.StartsWith(prefix, StringComparison.Ordinal)).ToArray());

    /// <summary>Reads and changes a group in one step.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException.</exception>
    public void Change(string name, Func<LogGroup, LogGroup> change)
        => _document.Change(x => x.Groups[name] = change(x.Groups.GetValueOrDefault(name) ?? throw NoGroup()));

    /// <exception cref="AwsServiceException">ResourceNotFoundException.</exception>
    public void Delete(string name)
    {
        lock (_changing)
        {
            if (!_document.Change(x => x.Groups.Remove(name)))
            {
                throw NoGroup();
            }

            if (_streams.TryRemove(name, out var streams))
            {
                foreach (var stream in streams.Values)
                {
                    stream.Delete();
                }
            }

            if (Directory.Exists(Folder(name)))
            {
                Directory.Delete(Folder(name), recursive: true);
            }
        }
    }

    /// <exception cref="AwsServiceException">ResourceNotFoundException when there is no such group.</exception>
    public IReadOnlyList<LogStream> Streams(string group)
        => _streams.TryGetValue(group, out var streams) ? [.. streams.Values.OrderBy(x => x.Name, StringComparer.Ordinal)] : throw NoGroup();

    /// <exception cref="AwsServiceException">ResourceNotFoundException when there is no such group or stream.</exception>
    public LogStream Stream(string group, string stream)
        => (_streams.TryGetValue(group, out var streams) ? streams : throw NoGroup()).GetValueOrDefault(stream) ?? throw NoStream();

    /// <exception cref="AwsServiceException">ResourceAlreadyExistsException, InvalidParameterException.</exception>
    public LogStream CreateStream(string group, string stream)
    {
        if (stream.Length is 0 or > 512 || stream.AsSpan().ContainsAny(':', '*'))
        {
            throw new AwsServiceException("InvalidParameterException", $"'{stream}' is not a log stream name: 1 to 512 characters, and no : or * among them.");
        }

        lock (_changing)
        {
            var streams = _streams.GetValueOrDefault(group) ?? throw NoGroup();
            return streams.ContainsKey(stream)
                ? throw new AwsServiceException("ResourceAlreadyExistsException", "The specified log stream already exists")
                : Open(group, stream, streams);
        }
    }

    /// <summary>Appends, and makes the group and the stream when they are not there. The timestamp is now.</summary>
    public void Write(string group, string stream, IReadOnlyList<string> messages)
    {
        LogStream target;
        do
        {
            lock (_changing)
            {
                Ensure(group);
                target = _streams[group].GetValueOrDefault(stream) ?? Open(group, stream, _streams[group]);
            }
        }
        while (!target.Append(messages.Select(x => (Now, x)), Now));
    }

    /// <exception cref="AwsServiceException">ResourceNotFoundException when there is no such group or stream.</exception>
    public void Delete(string group, string stream)
    {
        lock (_changing)
        {
            Stream(group, stream).Delete();
            _streams[group].TryRemove(stream, out _);
        }
    }

    private LogGroup Add(string name, SortedDictionary<string, string> tags)
    {
        if (name.Length is 0 or > 512 || !name.All(x => char.IsAsciiLetterOrDigit(x) || "._-/#".Contains(x)))
        {
            throw new AwsServiceException("InvalidParameterException", $"'{name}' is not a log group name: 1 to 512 letters, digits and . _ - / # are.");
        }

        var group = _document.Change(x => x.Groups[name] = new LogGroup(
            name,
            $"arn:aws:logs:{_account.Region}:{_account.Id}:log-group:{name}",
            Now,
            null)
        {
            Tags = tags,
        });
        _streams[name] = new ConcurrentDictionary<string, LogStream>(StringComparer.Ordinal);
        return group;
    }

    private LogStream Open(string group, string stream, ConcurrentDictionary<string, LogStream> streams)
    {
        foreach (var old in streams.Values.OrderByDescending(x => x.CreationTime).Skip(MaximumStreams - 1).ToArray())
        {
            streams.TryRemove(old.Name, out _);
            old.Delete();
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
