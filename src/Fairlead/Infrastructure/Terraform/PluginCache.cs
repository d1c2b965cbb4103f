using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>
/// The plugin cache is not safe for inits at the same time
/// (https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache), so that one
/// init at a time uses one cache on this machine, whichever build it belongs to.
/// </summary>
internal sealed class PluginCache : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly FileStream? _lock;

    private PluginCache(FileStream? held) => _lock = held;

    /// <summary>The directory that is set when the user has set up neither a cache nor anything else: null when they have.</summary>
    public static string? Default(IReadOnlyDictionary<string, string> environment, string temporaryDirectory)
        => environment.ContainsKey("TF_PLUGIN_CACHE_DIR") || environment.ContainsKey("TF_CLI_CONFIG_FILE") || HasOwnConfiguration(environment)
            ? null
            : Path.Combine(Path.GetFullPath(temporaryDirectory), "plugin-cache");

    /// <summary>Waits until no other init uses the cache. Without a cache there is nothing to wait for.</summary>
    public static async Task<PluginCache> EnterAsync(
        IReadOnlyDictionary<string, string> environment,
        TerraformOptions options,
        CancellationToken cancellationToken)
    {
        if (!environment.TryGetValue("TF_PLUGIN_CACHE_DIR", out var cache))
        {
            return new PluginCache(null);
        }

        // terraform wants the directory to exist. What lies in it is terraform's, so the lock lies elsewhere.
        Directory.CreateDirectory(cache);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(cache))))[..16];
        var file = Path.Combine(Path.GetTempPath(), $"terraform-plugin-cache-{Environment.UserName}-{name}.lock");
        while (true)
        {
            try
            {
                return new PluginCache(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await Task.Delay(Pause, options.Clock, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }
    }

    // https://developer.hashicorp.com/terraform/cli/config/config-file#locations
    private static bool HasOwnConfiguration(IReadOnlyDictionary<string, string> environment)
        => (environment.TryGetValue("HOME", out var home) && (File.Exists(Path.Combine(home, ".terraformrc")) || File.Exists(Path.Combine(home, ".tofurc"))))
           || (environment.TryGetValue("APPDATA", out var data) && File.Exists(Path.Combine(data, "terraform.rc")));
}
