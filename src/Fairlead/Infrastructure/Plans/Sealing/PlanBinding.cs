using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Fairlead.Infrastructure.Plans.Sealing;

/// <summary>
/// What a plan was made from, as digests. Written beside the plan file; before applying it is made again and compared, so that a plan is applied exactly as it
/// was judged, or not at all.
/// </summary>
/// <remarks>
/// Values of variables, and of variable files, are digested with a key that is stretched from a random salt
/// (PBKDF2), one by one: without the plan, which holds them in clear
/// anyway, they cannot be read, and guessing them is slow.
/// </remarks>
public sealed record PlanBinding
{
    private const int VariableIterations = 20_000;
    private const string Suffix = ".binding.json";

    /// <summary>Version of this record's form.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>Version of terraform or tofu that planned.</summary>
    public required string TerraformVersion { get; init; }

    /// <summary>Lineage of the state; empty before there was one.</summary>
    public required string StateLineage { get; init; }

    /// <summary>Serial of the state; 0 before there was one.</summary>
    public required long StateSerial { get; init; }

    /// <summary>SHA-256 of the plan file, lower-case hexadecimal.</summary>
    public required string PlanFile { get; init; }

    /// <summary>Random salt of the digests of variables, base64.</summary>
    public required string Salt { get; init; }

    /// <summary>Configuration files with their digests; the path is relative to the repository's root, with forward slashes.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Variables with their salted digests.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Digest over all of the above but the plan file and the salted values: equal configurations have equal digests on every machine.</summary>
    public required string ConfigurationDigest { get; init; }

    /// <summary>Digest over all of the above.</summary>
    public required string Digest { get; init; }

    /// <summary>Makes the binding of a plan that was just made. Reads files; writes nothing.</summary>
    /// <exception cref="FairleadException">A file is missing, or cannot be read.</exception>
    public static Task<PlanBinding> CreateAsync(PlanBindingInputs inputs, CancellationToken cancellationToken = default)
        => CreateAsync(inputs, RandomNumberGenerator.GetBytes(16), cancellationToken);

    /// <summary>Makes the binding anew, with the salt of this one, for <see cref="Compare"/>.</summary>
    /// <exception cref="FairleadException">A file is missing, or cannot be read.</exception>
    public Task<PlanBinding> RenewAsync(PlanBindingInputs inputs, CancellationToken cancellationToken = default)
        => CreateAsync(inputs, Convert.FromBase64String(Salt), cancellationToken);

    /// <summary>What moved since the plan was made, in words, one line each; empty when nothing did.</summary>
    /// <param name="now">The same, made now with <see cref="RenewAsync"/>.</param>
    public IReadOnlyList<string> Compare(PlanBinding now)
    {
        var moved = new List<string>();
        Moved($"the stack is {now.Stack}, and the plan is for {Stack}", Stack != now.Stack);
        Moved("the plan file is not the one that was judged", PlanFile != now.PlanFile);
        foreach (var path in Files.Keys.Union(now.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Differs(path, Files.GetValueOrDefault(path), now.Files.GetValueOrDefault(path), "came", "is gone");
        }

        foreach (var name in Variables.Keys.Union(now.Variables.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Differs($"variable {name}", Variables.GetValueOrDefault(name), now.Variables.GetValueOrDefault(name), "is given now", "is not given any more");
        }

        // A state that is made with the first apply has no lineage before; that alone shows in the serial, too.
        Moved($"the state is another one: lineage {Word(StateLineage)} → {Word(now.StateLineage)}", StateLineage != now.StateLineage);
        Moved(string.Create(CultureInfo.InvariantCulture, $"state serial {StateSerial} → {now.StateSerial}"), StateSerial != now.StateSerial);
        Moved($"terraform {TerraformVersion} → {now.TerraformVersion}", TerraformVersion != now.TerraformVersion);
        return moved;

        void Moved(string what, bool does)
        {
            if (does)
            {
                moved.Add(what);
            }
        }

        void Differs(string what, string? before, string? after, string came, string gone)
            => Moved($"{what} {(before is null ? came : after is null ? gone : "changed")}", before != after);

        static string Word(string lineage) => lineage.Length == 0 ? "none" : lineage;
    }

    /// <summary>Does nothing when nothing moved.</summary>
    /// <exception cref="FairleadException">Something did; the message lists it.</exception>
    public void ThrowIfMoved(PlanBinding now)
    {
        var moved = Compare(now);
        if (moved.Count > 0)
        {
            throw new FairleadException(
                "The plan is not applied, because it is stale.",
                $"Since it was made, this moved:{string.Concat(moved.Select(x => $"\n  {x}"))}\n",
                "Run TerraformPlan again and judge the new plan.");
        }
    }

    /// <summary>Where the binding of a plan file is.</summary>
    public static string PathFor(string planFile) => planFile + Suffix;

    /// <summary>Writes it beside the plan file, readable by its owner only.</summary>
    public Task WriteAsync(string planFile, CancellationToken cancellationToken = default)
        => PlanArtifactFile.WritePrivateAsync(PathFor(planFile), JsonSerializer.SerializeToUtf8Bytes(this, PlanJson.Readable.PlanBinding), cancellationToken);

    /// <summary>Reads the binding of a plan file.</summary>
    /// <exception cref="FairleadException">There is none, or it cannot be read.</exception>
    public static async Task<PlanBinding> ReadAsync(string planFile, CancellationToken cancellationToken = default)
    {
        var path = PathFor(planFile);
        try
        {
            var binding = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellationToken), PlanJson.Readable.PlanBinding)
                ?? throw new JsonException("it is null");
            return binding.Version != 1 ? throw Unusable($"It is of version {binding.Version}, and this Fairlead knows version 1.")
                : binding.Digest != binding.ComputeDigest() ? throw Unusable("It was changed after it was written.")
                : binding;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FairleadException("The plan is not applied.", $"Nothing says what it was made from: {path} is missing.", "Run TerraformPlan again.", e);
        }
        catch (JsonException e)
        {
            throw Unusable($"{path} is damaged.", e);
        }

        static FairleadException Unusable(string why, Exception? inner = null)
            => new("What the plan was made from cannot be read.", why, "Run TerraformPlan again.", inner);
    }

    private static async Task<PlanBinding> CreateAsync(PlanBindingInputs inputs, byte[] salt, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in ConfigurationFiles.Find(inputs.Directory, inputs.VariableFiles, inputs.DataDirectory))
        {
            var name = Path.GetRelativePath(inputs.RelativeTo, file).Replace('\\', '/');
            var digest = await DigestAsync(file, cancellationToken);
            files[name] = ConfigurationFiles.MayHoldSecrets(file) ? Stretch(digest, salt) : digest;
        }

        var binding = new PlanBinding
        {
            Stack = inputs.Stack,
            TerraformVersion = inputs.TerraformVersion,
            StateLineage = inputs.StateLineage,
            StateSerial = inputs.StateSerial,
            PlanFile = await DigestAsync(inputs.PlanFile, cancellationToken),
            Salt = Convert.ToBase64String(salt),
            Files = files,
            Variables = new SortedDictionary<string, string>(inputs.Variables.ToDictionary(x => x.Key, x => Stretch(x.Value, salt)), StringComparer.Ordinal),
            ConfigurationDigest = DigestOf(files.Where(x => !ConfigurationFiles.MayHoldSecrets(x.Key))
                .Select(x => $"{x.Key}={x.Value}")
                .Prepend($"terraform={inputs.TerraformVersion}")),
            Digest = "",
        };
        return binding with { Digest = binding.ComputeDigest() };
    }

    private string ComputeDigest()
        => DigestOf(
        [
            $"version={Version}", $"stack={Stack}", $"terraform={TerraformVersion}", $"lineage={StateLineage}", string.Create(
                CultureInfo.InvariantCulture,
                $"serial={StateSerial}"),
            $"plan={PlanFile}", $"salt={Salt}", $"configuration={ConfigurationDigest}",
            .. Files.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"file {x.Key}={x.Value}"),
            .. Variables.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"variable {x.Key}={x.Value}"),
        ]);

    // Lengths keep "a" + "bc" and "ab" + "c" apart.
    private static string DigestOf(IEnumerable<string> parts)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(x => string.Create(
            CultureInfo.InvariantCulture,
            $"{x.Length}:{x}\n"))))));

    private static async Task<string> DigestAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FairleadException(
                "What the plan depends on cannot be told.",
                $"{file} cannot be read: {e.Message}",
                "Restore the file, or leave it out of the variable files.",
                e);
        }
    }

    private static string Stretch(string value, byte[] salt)
        => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(value, salt, VariableIterations, HashAlgorithmName.SHA256, 32));
}
