using ToolGenerator;

var directory = args is [var path] ? path : Path.Combine(Environment.CurrentDirectory, "src", "Nuke.Common", "Tools");
if (!Directory.Exists(directory))
{
    Console.Error.WriteLine(
        $"There is no directory {directory}. Run the generator in the root of the repository, or name the directory with the specifications.");
    return 1;
}

foreach (var file in Directory.GetFiles(directory, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    var generated = Path.ChangeExtension(file, ".Generated.cs");
    var code = ToolWriter.Write(ToolSpecification.Read(file));
    var changed = !File.Exists(generated) || File.ReadAllText(generated) != code;
    if (changed)
    {
        File.WriteAllText(generated, code);
    }

    Console.WriteLine($"{(changed ? "written  " : "unchanged")} {generated}");
}

return 0;
