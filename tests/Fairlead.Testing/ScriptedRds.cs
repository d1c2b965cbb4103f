using System.Web;

namespace Fairlead.Testing;

/// <summary>Amazon RDS as far as snapshots of one instance need it, on the wire of the Query protocol.</summary>
public sealed class ScriptedRds
{
    private const string Namespace = "http://rds.amazonaws.com/doc/2014-10-31/";

    private readonly Dictionary<string, Snapshot> _snapshots = [];
    private readonly List<string> _calls = [];

    /// <summary>The instance that there is.</summary>
    public string Instance { get; set; } = "shop-db";

    public string Status { get; set; } = "available";

    /// <summary>The cluster that the instance is a member of.</summary>
    public string? Cluster { get; set; }

    /// <summary>What a snapshot is, one after the other each time it is read; the last stays.</summary>
    public IReadOnlyList<(string Status, int Percent)> Course { get; set; } = [("creating", 0), ("creating", 60), ("available", 100)];

    /// <summary>Answers in place of RDS where it gives an answer; told the operation.</summary>
    public Func<string, ScriptedResponse?> Instead { get; set; } = _ => null;

    /// <summary>What was asked, with the instance or the snapshot: <c>CreateDBSnapshot fairlead-shop-api-…</c>.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The snapshots that were made.</summary>
    public IReadOnlyList<string> Made => [.. Calls.Where(x => x.StartsWith("CreateDBSnapshot ", StringComparison.Ordinal)).Select(x => x.Split(' ')[1])];

    /// <summary>Makes a snapshot that somebody took before.</summary>
    public void Add(string identifier, string instance = "shop-db") => _snapshots[identifier] = new Snapshot(identifier, instance);

    /// <summary>The answer of RDS; null to a request for another service.</summary>
    public ScriptedResponse? Answer(RecordedRequest request)
    {
        if (!request.Body.Contains("Version=2014-10-31", StringComparison.Ordinal))
        {
            return null;
        }

        var form = HttpUtility.ParseQueryString(request.Body);
        var (action, snapshot, instance) = (form["Action"]!, form["DBSnapshotIdentifier"], form["DBInstanceIdentifier"]);
        lock (_calls)
        {
            _calls.Add($"{action} {snapshot ?? instance}");
            return Instead(action) ?? action switch
            {
                "DescribeDBInstances" => instance != Instance ? Error("DBInstanceNotFound", $"DBInstance {instance} not found.", 404)
                    : Result(action, $"<DBInstances>{InstanceXml()}</DBInstances>"),
                "DescribeDBSnapshots" => !_snapshots.TryGetValue(snapshot!, out var found)
                    ? Error("DBSnapshotNotFound", $"DBSnapshot {snapshot} not found.", 404)
                    : Result(action, $"<DBSnapshots>{Next(found)}</DBSnapshots>"),
                "CreateDBSnapshot" => _snapshots.ContainsKey(snapshot!) ? Error("DBSnapshotAlreadyExists", $"Cannot create the snapshot {snapshot}.")
                    : instance != Instance ? Error("DBInstanceNotFound", $"DBInstance {instance} not found.", 404)
                    : Status != "available" ? Error("InvalidDBInstanceState", $"Cannot create a snapshot because {Instance} is {Status}.")
                    : Result(action, Begin(snapshot!, instance)),
                _ => Error("InvalidAction", action),
            };
        }
    }

    public static ScriptedResponse Error(string code, string message, int status = 400) => new(
        status,
        $"""<ErrorResponse xmlns="{Namespace}"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>""",
        ("Content-Type", "text/xml"));

    private string InstanceXml()
        => $"<DBInstance><DBInstanceIdentifier>{Instance}</DBInstanceIdentifier><DBInstanceStatus>{Status}</DBInstanceStatus>"
            + $"{(Cluster is null ? "" : $"<DBClusterIdentifier>{Cluster}</DBClusterIdentifier>")}</DBInstance>";

    private string Begin(string identifier, string instance)
    {
        Add(identifier, instance);
        return _snapshots[identifier].ToXml("creating", 0);
    }

    private string Next(Snapshot snapshot)
    {
        var (status, percent) = Course[Math.Min(snapshot.Reads++, Course.Count - 1)];
        return snapshot.ToXml(status, percent);
    }

    private static ScriptedResponse Result(string action, string content) => new(
        200,
        $"""<{action}Response xmlns="{Namespace}"><{action}Result>{content}</{action}Result></{action}Response>""",
        ("Content-Type", "text/xml"));

    private sealed class Snapshot(string identifier, string instance)
    {
        public int Reads { get; set; }

        public string ToXml(string status, int percent)
            => $"<DBSnapshot><DBSnapshotIdentifier>{identifier}</DBSnapshotIdentifier><DBInstanceIdentifier>{instance}</DBInstanceIdentifier>"
                + $"<Status>{status}</Status><PercentProgress>{percent}</PercentProgress></DBSnapshot>";
    }
}
