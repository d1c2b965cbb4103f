using Fairlead.Infrastructure.Terraform;

namespace Fairlead.Tests.Infrastructure.Terraform;

/// <summary>A program in the place of terraform that notes its arguments and answers what a script says.</summary>
internal sealed class ScriptedTerraform : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-terraform-");

    /// <param name="script">Lines of a POSIX shell.</param>
    public ScriptedTerraform(string script = "true")
    {
        Program = _directory.Write("terraform", $"#!/bin/sh\necho \"$*\" >> '{_directory}/calls'\n{script}\n");
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Write("main.tf", "");
    }

    public string Program { get; }

    public string Stack => _directory.PathOf("stack");

    public RecordingReporter Reporter { get; } = new();

    /// <summary>The command lines so far.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_directory.PathOf("calls")) ? File.ReadAllLines(_directory.PathOf("calls")) : [];

    public void Write(string path, string content) => _directory.Write(Path.Combine("stack", path), content);

    public TerraformRunner Runner(Func<TerraformOptions, TerraformOptions>? change = null)
    {
        var options = new TerraformOptions { Directory = Stack, TemporaryDirectory = _directory.PathOf("temp") };
        return new TerraformRunner(
            new TerraformTool(Program, TerraformProduct.Terraform, new TerraformVersion(1, 11, 4), "PATH"), change?.Invoke(options) ?? options, Reporter);
    }

    public void Dispose() => _directory.Dispose();
}
