namespace Fairlead.Infrastructure.Plans.Sealing;

/// <summary>Plan artifacts and plan files on disk. The plan in clear is only ever in files that their owner alone may read.</summary>
public static class PlanArtifactFile
{
    /// <summary>Seals a plan file into an artifact. Idempotent but for salt and nonce: an artifact that is there is replaced whole.</summary>
    /// <exception cref="FairleadException">See <see cref="PlanArtifact.Seal(ReadOnlySpan{byte}, PlanBinding, string, DateTimeOffset)"/>.</exception>
    public static async Task SealAsync(
        string planFile,
        PlanBinding binding,
        string artifact,
        string secret,
        TimeProvider time,
        CancellationToken cancellationToken = default)
    {
        if (new FileInfo(planFile).Length > PlanArtifact.LargestContent)
        {
            throw new FairleadException("The plan is not sealed.", $"{planFile} is larger than {PlanArtifact.LargestContent} bytes.", "Split the stack.");
        }

        var plan = await File.ReadAllBytesAsync(planFile, cancellationToken);
        await WritePrivateAsync(artifact, PlanArtifact.Seal(plan, binding, secret, time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Opens an artifact: writes the plan file and its binding beside it, both readable by their owner only.</summary>
    /// <returns>The binding of the plan.</returns>
    /// <exception cref="FairleadException">See <see cref="PlanArtifact.Open"/>.</exception>
    public static async Task<PlanBinding> OpenAsync(
        string artifact,
        string stack,
        string secret,
        string planFile,
        CancellationToken cancellationToken = default)
    {
        var file = new FileInfo(artifact);
        if (!file.Exists)
        {
            throw new FairleadException("The plan artifact cannot be used.", $"There is no file {artifact}.", "Fetch the artifact of the job that planned.");
        }

        // The header and the tag add little; more than this is nothing that we wrote.
        if (file.Length > PlanArtifact.LargestContent + 1024 * 1024)
        {
            throw new FairleadException(
                "The plan artifact cannot be used.",
                "It is larger than any artifact of Fairlead.",
                "Fetch the artifact of the job that planned.");
        }

        var (plan, binding, _) = PlanArtifact.Open(await File.ReadAllBytesAsync(artifact, cancellationToken), stack, secret);
        await WritePrivateAsync(planFile, plan, cancellationToken);
        await binding.WriteAsync(planFile, cancellationToken);
        return binding;
    }

    /// <summary>Writes a file that its owner alone may read (mode 0600), and replaces what is there whole.</summary>
    internal static async Task WritePrivateAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            await using (var stream = new FileStream(temporary, options))
            {
                await stream.WriteAsync(content, cancellationToken);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
