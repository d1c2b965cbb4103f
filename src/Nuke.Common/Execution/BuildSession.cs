using Fairlead.Secrets;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Prompts;
using Nuke.Common.Secrets;

namespace Nuke.Common.Execution;

/// <summary>
/// Everything that belongs to one run: what it was given, what it found, and where it prints. NUKE's API is static; this is what the
/// static members read, so that several runs can live in one process (tests do).
/// </summary>
internal sealed class BuildSession
{
    private static readonly AsyncLocal<BuildSession?> Ambient = new();
    private static readonly Lazy<BuildSession> Process = new(FromProcess);

    private readonly ForgivingWriter _out;
    private readonly Lazy<AbsolutePath> _temporaryDirectory;
    private Host _host;

    public BuildSession(BuildSurroundings surroundings)
    {
        _out = new ForgivingWriter(surroundings.Out);
        Surroundings = surroundings with { Out = _out };
        Secrets = new SecretMask(() => SecretNames.ValuesIn(surroundings.Variables));
        Secrets.Learned += secret => GitHubCommand.Mask(this, secret);
        SecretParameters = new SecretParameters(Secrets);
        CommandLine = new CommandLine(surroundings.Arguments);
        Clock = new RunClock(surroundings.Time);
        _host = Host.Detect(surroundings.Variables);
        var reader = new BuildOptionsReader(CommandLine, surroundings.Variables, Problems);
        RootDirectory = FindRoot();
        Profiles = [.. reader.Profiles(RootDirectory)];
        var sources = new ParameterSources(
            CommandLine,
            surroundings.Variables,
            RootDirectory is null ? [] : ParameterSources.ReadFiles(RootDirectory, Profiles, Problems),
            RootDirectory ?? surroundings.WorkingDirectory,
            surroundings.WorkingDirectory);
        Options = reader.Read(sources);
        if (CommandLine.Find("host") is { } host)
        {
            Host = Host.ByName(host, surroundings.Variables, Problems) ?? Host;
        }

        _temporaryDirectory = new Lazy<AbsolutePath>(() => (RequireRoot() / ".nuke" / "temp").CreateDirectory());
        _values = new Lazy<ParameterValues>(() => new ParameterValues(sources, SecretParameters.Hide, new SecretReader(this, sources).Decrypt));
        _prompt = new Lazy<Prompt?>(() => Prompt.For(this));
        _output = new Lazy<BuildOutput>(() => BuildOutput.For(this));
    }

    private readonly Lazy<ParameterValues> _values;
    private readonly Lazy<BuildOutput> _output;
    private readonly Lazy<Prompt?> _prompt;

    /// <summary>The run that the calling code belongs to.</summary>
    public static BuildSession Current => Ambient.Value ?? Process.Value;

    public BuildSurroundings Surroundings { get; }
    public CommandLine CommandLine { get; }
    public BuildOptions Options { get; }
    public List<string> Problems { get; } = [];
    public SecretMask Secrets { get; }
    public SecretParameters SecretParameters { get; }
    public BuildExtensions Extensions { get; } = new();
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>The build of the run; null until its class was created.</summary>
    public NukeBuild? Build { get; set; }

    public IReadOnlyList<ExecutableTarget> Targets { get; set; } = [];

    /// <summary>The clock of the run; null until the first target may start.</summary>
    public RunClock Clock { get; set; }

    public string[] Profiles { get; }
    public TimeProvider Time => Surroundings.Time;
    public ParameterValues Values => _values.Value;

    /// <summary>null when nobody is there to answer.</summary>
    public Prompt? Prompt => _prompt.Value;

    public BuildOutput Output => _output.Value;

    /// <summary>Why standard output lacks something; null when it lacks nothing.</summary>
    public string? OutputLoss => _out.Problem;

    /// <summary>What the log files lack, where nobody was told; null when nothing.</summary>
    public string? LogLoss => _output.IsValueCreated ? _output.Value.LogLoss : null;

    /// <summary>Whether standard output belongs to the targets: from the first line of the run on.</summary>
    public bool HasStarted => _output.IsValueCreated && _output.Value.HasStarted;

    /// <summary>null when there is no .nuke directory; the run then ends with a message before this is used.</summary>
    public AbsolutePath? RootDirectory { get; }

    public AbsolutePath TemporaryDirectory => _temporaryDirectory.Value;

    public AbsolutePath BuildAssemblyFile
        => Path.Combine(AppContext.BaseDirectory, $"{System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name}.dll");

    /// <summary>The first project file above the build's assembly; null when the build was deployed without one.</summary>
    public AbsolutePath? BuildProjectFile => BuildAssemblyFile
        .FindParent(x => x.GetFiles("*.csproj").Any())
        ?.GetFiles("*.csproj").FirstOrDefault();

    public Host Host
    {
        get => _host;
        set => _host = value;
    }

    public static BuildSession FromProcess() => new(BuildSurroundings.FromProcess());

    public void CloseOutput()
    {
        if (_output.IsValueCreated)
        {
            _output.Value.Close();
        }
    }

    public void Activate()
    {
        Ambient.Value = this;
        Secrets.Activate();
    }

    public AbsolutePath RequireRoot() => RootDirectory ?? throw new BuildException(
        $"No '.nuke' directory was found in {Surroundings.WorkingDirectory} or above it, so the root of the repository is unknown.",
        "Run the build from inside the repository, create the directory, or name the root with --root PATH.");

    private AbsolutePath? FindRoot()
    {
        switch (CommandLine.Find("root"))
        {
            case []:
                return Surroundings.WorkingDirectory;
            case [var path, ..]:
                var root = Path.GetFullPath(path, Surroundings.WorkingDirectory);
                if (Directory.Exists(root))
                {
                    return root;
                }

                Problems.Add($"--root was given '{path}', which is not a directory. Name an existing directory.");
                return null;
            default:
                for (var directory = Surroundings.WorkingDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
                {
                    if (Directory.Exists(Path.Combine(directory, ".nuke")))
                    {
                        return directory;
                    }
                }

                return null;
        }
    }
}
