using System.Text.Json;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Access.Signatures;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;
using Microsoft.AspNetCore.Connections;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>
/// The local cloud in one process: three listeners on loopback (AWS API, OCI registry, CloudFront edge) over one state directory.
/// Only one server can hold a state directory.
/// </summary>
public sealed class LocalCloudServer : IAsyncDisposable
{
    /// <summary>Of one listener. Browsers hold six to a site, clients of AWS fifty.</summary>
    private const int MostConnections = 1000;

    private const string EndpointsFile = "endpoints.json";

    private readonly WebApplication _application;
    private readonly StateDirectory _state;

    private LocalCloudServer(WebApplication application, StateDirectory state, LocalCloudEndpoints endpoints)
    {
        _application = application;
        _state = state;
        Endpoints = endpoints;
    }

    public LocalCloudEndpoints Endpoints { get; }

    /// <summary>What requests to <c>/_fairlead/*</c> must carry.</summary>
    internal string ControlKey => Services.GetRequiredService<ControlKey>().Value;

    /// <summary>What requests to the AWS API must be signed with.</summary>
    internal AccessKey AccessKey => Services.GetRequiredService<AccessKey>();

    /// <summary>What it is made of.</summary>
    internal IServiceProvider Services => _application.Services;

    /// <summary>Listens, and returns when all three ports answer.</summary>
    /// <exception cref="StateDirectoryException">The state directory is held by another local cloud, cannot
    /// be written, or holds a file that cannot be read.</exception>
    public static async Task<LocalCloudServer> StartAsync(LocalCloudOptions options, CancellationToken cancellationToken = default)
    {
        var state = StateDirectory.Open(options.StateDirectory);
        try
        {
            var (application, endpoints) = await ListenAsync(options, state, new ControlKey(state), AccessKey.Of(state), cancellationToken);
            try
            {
                state.WriteAtomically(EndpointsFile, JsonSerializer.SerializeToUtf8Bytes(endpoints, EndpointsJson.Default.LocalCloudEndpoints));
            }
            catch
            {
                await application.DisposeAsync();
                throw;
            }

            return new LocalCloudServer(application, state, endpoints);
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            state.Dispose();
            throw new StateDirectoryException(
                $"The local cloud cannot start in its state directory {state.Root}: {exception.Message.TrimEnd('.')}. What it kept is unchanged. Free some "
                    + "space or make the directory writable, and run again.",
                exception);
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    /// <summary>Ends what a killed local cloud of the state directory left running. Starts nothing, and listens nowhere.</summary>
    /// <returns>How many processes and containers that were.</returns>
    /// <exception cref="StateDirectoryException">The state directory is held by a local cloud that runs, cannot be written, or holds a file that cannot be
    /// read; or not all could be ended.</exception>
    public static async Task<int> EndLeftoversAsync(string stateDirectory, CancellationToken cancellationToken = default)
    {
        using var state = StateDirectory.Open(stateDirectory);
        var nowhere = new Uri("http://127.0.0.1:0");
        await using var application = Build(
            new LocalCloudOptions { StateDirectory = stateDirectory },
            state,
            new ControlKey(state),
            AccessKey.Of(state),
            new ListenerPorts(0, 0, 0),
            new LocalCloudEndpoints(Environment.ProcessId, "", nowhere, nowhere, nowhere));
        try
        {
            var ended = await Ecs(application).EndLeftoversAsync(cancellationToken);
            state.Delete(EndpointsFile);
            return ended;
        }
        catch (CannotEndTasksException exception)
        {
            throw new StateDirectoryException(exception.Message, exception);
        }
    }

    /// <summary>Completes when the state directory is not where it was any more: it was moved or deleted. Nothing tells that, so it is looked at each second.
    /// </summary>
    public async Task WaitForRemovalAsync(CancellationToken cancellationToken = default)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (_state.IsInPlace)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Kills the tasks, after <see cref="WaitForRemovalAsync"/>. The process has to end then, without disposing: nothing may be written to a directory
    /// that is not there.</summary>
    public Task AbandonAsync(CancellationToken cancellationToken = default) => Ecs(_application).AbandonAsync(cancellationToken);

    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        if (_state.IsInPlace)
        {
            _state.Delete(EndpointsFile);
        }

        _state.Dispose();
    }

    /// <summary>A port that was free when it was chosen can be taken when it is listened on; then others are chosen.</summary>
    private static async Task<(WebApplication Application, LocalCloudEndpoints Endpoints)> ListenAsync(
        LocalCloudOptions options,
        StateDirectory state,
        ControlKey controlKey,
        AccessKey accessKey,
        CancellationToken cancellationToken)
    {
        const int attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            var (ports, notice) = ListenerPorts.Choose(options, state);
            var endpoints = new LocalCloudEndpoints(
                Environment.ProcessId,
                typeof(LocalCloudServer).Module.ModuleVersionId.ToString("N"),
                new Uri($"http://127.0.0.1:{ports.Api}"),
                new Uri($"http://127.0.0.1:{ports.Registry}"),
                new Uri($"http://localhost:{ports.Edge}"))
            { Notice = notice };
            var application = Build(options, state, controlKey, accessKey, ports, endpoints);
            try
            {
                await application.StartAsync(cancellationToken);
                return (application, endpoints);
            }
            catch (IOException exception) when (exception.InnerException is AddressInUseException && attempt < attempts)
            {
                await application.DisposeAsync();
            }
        }
    }

    private static EcsHost Ecs(WebApplication application) => application.Services.GetServices<IHostedService>().OfType<EcsHost>().Single();

    private static WebApplication Build(
        LocalCloudOptions options,
        StateDirectory state,
        ControlKey controlKey,
        AccessKey accessKey,
        ListenerPorts ports,
        LocalCloudEndpoints endpoints)
    {
        // Now, and not at the first request: by then those who connect could have left no file descriptor to ask with.
        _ = PeerUser.KernelTells;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = state.Root });
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new LogFile(state));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;

            // Other users can connect, be it to be refused: they must not take all file descriptors of the process.
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            foreach (var address in Loopback.Addresses)
            {
                kestrel.Listen(address, ports.Api);
                kestrel.Listen(address, ports.Registry);
                kestrel.Listen(address, ports.Edge);
            }
        });
        builder.Services.AddSingleton(new Account(options.AccountId, options.Region));
        builder.Services.AddSingleton(new Listeners(endpoints.Api, endpoints.Registry, endpoints.Edge));
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(state);
        builder.Services.AddSingleton(endpoints);
        builder.Services.AddSingleton(controlKey);
        builder.Services.AddSingleton(accessKey);
        builder.Services.AddSingleton<EdgeKey>();
        builder.Services.AddSingleton<TemporaryCredentials>();
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddSingleton<SignatureVerifier>();
        builder.Services.AddSingleton<RequestSigner>();
        builder.Services.AddSingleton<ApiDispatcher>();
        builder.Services.AddSingleton<IControlEndpoint, StatusEndpoint>();
        builder.Services.AddSingleton<IControlEndpoint, StopEndpoint>();
        LocalCloudServices.Add(builder.Services);

        var application = builder.Build();

        // Every service reads its state now: a file that cannot be read stops the start, not the first request.
        _ = application.Services.GetRequiredService<ApiDispatcher>();
        _ = application.Services.GetService<IRegistryEndpoint>();
        _ = application.Services.GetService<IEdgeEndpoint>();
        application.Run(context => context.Connection.LocalPort switch
        {
            var port when port == ports.Registry => HandleAsync<IRegistryEndpoint>(context),
            var port when port == ports.Edge => HandleAsync<IEdgeEndpoint>(context),
            _ => application.Services.GetRequiredService<ApiDispatcher>().HandleAsync(context),
        });
        return application;
    }

    private static Task HandleAsync<TEndpoint>(HttpContext context) where TEndpoint : class, IPortEndpoint
        => context.RequestServices.GetRequiredService<TEndpoint>().HandleAsync(context);
}
