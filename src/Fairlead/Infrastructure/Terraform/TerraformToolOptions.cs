using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>Which terraform or tofu is wanted, and where one may be put.</summary>
public sealed record TerraformToolOptions
{
    /// <summary>The program to use, and no other; null: one is looked for.</summary>
    public string? ProgramPath { get; init; }

    /// <summary>Which of the two will do, in order of preference.</summary>
    public IReadOnlyList<TerraformProduct> Products { get; init; } = [TerraformProduct.Terraform, TerraformProduct.OpenTofu];

    /// <summary>The exact version to use; null: what <c>.terraform-version</c> in
    /// <see cref="ConfigurationDirectory"/> or above says, else any that the configuration allows.</summary>
    public TerraformVersion? Version { get; init; }

    /// <summary>The root module whose <c>required_version</c> must hold; null: anything will do.</summary>
    public string? ConfigurationDirectory { get; init; }

    /// <summary>Whether one may be downloaded when none is found.</summary>
    public bool AllowDownload { get; init; } = true;

    /// <summary>Where downloaded ones are kept, one folder for each version.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>What is downloaded when no version is asked for.</summary>
    public TerraformVersion DefaultVersion { get; init; } = new(1, 11, 4);

    /// <summary>In place of https://releases.hashicorp.com and https://github.com/opentofu/opentofu/releases/download; what
    /// comes from a mirror needs the publisher's signature all the same. Over https alone, unless it is on this machine.</summary>
    public Uri? Mirror { get; init; }

    /// <summary>An armored OpenPGP public key to trust in place of the publisher's, for a mirror that signs what it builds itself.</summary>
    public string? SigningKey { get; init; }

    /// <summary>The directories that are searched, in order; PATH by default.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(
        Path.PathSeparator,
        StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The environment that a found program is asked for its version with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = TerraformEnvironment.OfThisProcess();

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
