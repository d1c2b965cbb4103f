using AwsClientGenerator;

const string Usage = """
    dotnet run --project tools/AwsClientGenerator                  writes SERVICE.Generated.cs from every SERVICE.json in src/Fairlead/Aws/Clients
    dotnet run --project tools/AwsClientGenerator update MODELS    fills in what a description only names, from the vendor's models (botocore's folder 'data'), then writes
    """;

if (args is not ([] or ["update", _]))
{
    Console.Error.WriteLine(Usage);
    return 1;
}

var directory = Path.Combine(Environment.CurrentDirectory, "src", "Fairlead", "Aws", "Clients");
if (!Directory.Exists(directory))
{
    Console.Error.WriteLine($"There is no directory {directory}. Run the generator in the root of the repository.");
    return 1;
}

try
{
    foreach (var file in Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal))
    {
        if (args is [_, var models])
        {
            WriteIfChanged(file, ModelImport.Update(file, models, Console.Out.WriteLine));
        }

        WriteIfChanged(Path.ChangeExtension(file, ".Generated.cs"), ClientWriter.Write(Path.GetFileNameWithoutExtension(file), ServiceDescription.Read(file)));
    }

    return 0;
}
catch (GeneratorException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static void WriteIfChanged(string file, string text)
{
    var changed = !File.Exists(file) || File.ReadAllText(file) != text;
    if (changed)
    {
        File.WriteAllText(file, text);
    }

    Console.WriteLine($"{(changed ? "written  " : "unchanged")} {file}");
}
