namespace Nuke.Common.Tooling;

/// <summary>Base of the classes with the commands of one tool. The attributes of a class say where the tool is and how its lines are logged.</summary>
public abstract partial class ToolTasks
{
    /// <summary>Makes the most derived class of tasks that is loaded, so that a build can change a tool by deriving from its tasks.</summary>
    public static T Resolve<T>()
        where T : ToolTasks
        => (T)Activator.CreateInstance(AppDomain.CurrentDomain.GetAssemblies()
            .Where(x => x == typeof(T).Assembly || x.GetReferencedAssemblies().Any(y => y.Name == typeof(T).Assembly.GetName().Name))
            .SelectMany(LoadableTypes.Of)
            .Where(x => !x.IsAbstract && typeof(T).IsAssignableFrom(x))
            .MaxBy(Depth) ?? throw new InvalidOperationException($"No class derives from '{typeof(T).Name}'."))!;

    /// <summary>Where the lines of the tool go.</summary>
    protected internal virtual Action<OutputType, string> GetLogger(ToolOptions? options = null) => options?.ProcessLogger ?? ToolLogger.For(GetType());

    /// <summary>What happens when the process has ended; an exit code other than 0 is an error.</summary>
    protected virtual Func<ToolOptions?, IProcess, object?> GetExitHandler(ToolOptions? options = null) => (_, process) => process.AssertZeroExitCode();

    /// <summary>Completes the options before they are written.</summary>
    protected virtual T PreProcess<T>(T options)
        where T : ToolOptions => options;

    protected virtual void PostProcess(ToolOptions options)
    {
    }

    /// <summary>Reads the result of a command that has one.</summary>
    protected virtual object? GetResult<T>(ToolOptions options, IReadOnlyCollection<Output> output) => default(T);

    /// <summary>The path of the executable.</summary>
    protected virtual string GetToolPath(ToolOptions? options = null)
        => Attribute.GetCustomAttribute(GetType(), typeof(ToolAttribute)) is ToolAttribute attribute
            ? attribute.GetToolPath(options)
            : throw new InvalidOperationException($"Where the tool of '{GetType().Name}' is, is not known. Name it with SetProcessToolPath.");

    /// <summary>The path in the options, else the one in NAME_EXE, else <see cref="GetToolPath"/>.</summary>
    protected internal string GetToolPathInternal(ToolOptions? options = null)
        => options?.ProcessToolPath ?? ToolPathResolver.TryGetEnvironmentExecutable(PathVariable) ?? PreferredPath ?? GetToolPath(options);

    /// <summary>Sets NAME_EXE, also for the processes that are started.</summary>
    protected void SetToolPath(string path)
    {
        Assert.FileExists(path);
        EnvironmentInfo.SetVariable(PathVariable, path);
    }

    /// <summary>A place that goes before the one in the class's attribute; null when there is none.</summary>
    private protected virtual string? PreferredPath => null;

    private string PathVariable => PathVariableOf(GetType());

    /// <summary>DockerTasks: DOCKER_EXE.</summary>
    internal static string PathVariableOf(Type tasks)
        => $"{(tasks.Name.EndsWith("Tasks", StringComparison.Ordinal) ? tasks.Name[..^"Tasks".Length] : tasks.Name).ToUpperInvariant()}_EXE";

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
