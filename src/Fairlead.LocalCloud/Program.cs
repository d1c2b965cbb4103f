using System.Globalization;
using System.Text.Json;
using Fairlead.LocalCloud.Hosting;
using Fairlead.LocalCloud.State;

// Started by the build, or by hand: Fairlead.LocalCloud --state DIR [--api-port N] [--registry-port N] [--edge-port N]
//                              or: Fairlead.LocalCloud --state DIR --end-leftovers
// The latter ends what a killed local cloud of the folder left running, and prints how many processes and containers that were.
// Prints one line of JSON with its endpoints when it answers, and nothing after that: whoever started it may be gone by then.
const string usage = "Usage: Fairlead.LocalCloud --state DIR [--api-port N] [--registry-port N] [--edge-port N]   (0 takes a free port)\n"
    + "       Fairlead.LocalCloud --state DIR --end-leftovers";
const string endLeftovers = "--end-leftovers";

if (args.Length == 0 || args.Contains("--help"))
{
    Console.Error.WriteLine(usage);
    return args.Length == 0 ? 2 : 0;
}

string? state = null;
var ports = new Dictionary<string, int> { ["--api-port"] = 4600, ["--registry-port"] = 4601, ["--edge-port"] = 4602 };
var ends = args.Contains(endLeftovers);
args = [.. args.Where(x => x != endLeftovers)];
for (var i = 0; i < args.Length; i += 2)
{
    var value = i + 1 < args.Length ? args[i + 1] : null;
    if (args[i] == "--state" && value is not null)
    {
        state = value;
    }
    else if (ports.ContainsKey(args[i]) && ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
    {
        ports[args[i]] = port;
    }
    else
    {
        Console.Error.WriteLine($"'{args[i]} {value}' is not understood. {usage}");
        return 2;
    }
}

if (state is null)
{
    Console.Error.WriteLine($"--state is missing. {usage}");
    return 2;
}

try
{
    OwnersOnly.Begin();
    if (ends)
    {
        Console.Out.WriteLine(await LocalCloudServer.EndLeftoversAsync(state));
        return 0;
    }

    ProcessSession.Detach();
    await using var server = await LocalCloudServer.StartAsync(new LocalCloudOptions
    {
        StateDirectory = state,
        ApiPort = ports["--api-port"],
        RegistryPort = ports["--registry-port"],
        EdgePort = ports["--edge-port"],
    });
    Console.Out.WriteLine(JsonSerializer.Serialize(server.Endpoints, EndpointsJson.Default.LocalCloudEndpoints).ReplaceLineEndings(""));
    Console.Out.Flush();
    var stopped = server.WaitForShutdownAsync();
    var removed = server.WaitForRemovalAsync();
    if (await Task.WhenAny(stopped, removed) == removed)
    {
        try
        {
            await server.AbandonAsync();
        }
        finally
        {
            // Nothing may keep a process that serves a folder which is not there.
            Environment.Exit(1);
        }
    }

    return 0;
}
catch (StateDirectoryException exception)
{
    Console.Error.WriteLine(exception.Message);
    return exception.IsHeld ? 3 : 1;
}
