using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>
/// The engine never calls System.Console while it holds a lock: the console takes the monitor of Console.Out, which a target that is in
/// Console.WriteLine holds when it calls the engine. Read from the compiled assemblies.
/// </summary>
public sealed class ConsoleUseTests
{
    private static readonly Dictionary<string, string> Users = new()
    {
        ["Nuke.Common.ConsoleOutput.StandardOutput"] = "opens the engine's own writer, before there is a run",
        ["Nuke.Common.ConsoleOutput.ConsoleCapture"] = "puts itself in the place of Console.Out, and takes itself away again",
        ["Nuke.Common.ConsoleOutput.ConsoleWindow"] = "asks for the size; LiveLayoutTests see that nobody holds the output's lock then",
        ["Nuke.Common.Prompts.ConsoleKeyboard"] = "reads keys while the output is paused",
        ["Nuke.Common.Execution.BuildSurroundings"] = "asks whether the output is a terminal, before there is a run",
        ["Nuke.Common.Execution.BuildRunner"] = "tells why there cannot be a run",
    };

    [Theory]
    [InlineData(typeof(NukeBuild))]
    [InlineData(typeof(Nuke.Components.ICompile))]
    public void Only_these_types_use_the_console_and_none_of_them_takes_a_lock(Type ofAssembly)
    {
        using var file = new PEReader(File.OpenRead(ofAssembly.Assembly.Location));
        var metadata = file.GetMetadataReader();
        var console = Members(metadata, "System", "Console");
        var locks = (HashSet<int>)[.. Members(metadata, "System.Threading", "Lock"), .. Members(metadata, "System.Threading", "Monitor")];
        var users = new HashSet<string>();
        var lockers = new HashSet<string>();
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(x => x.RelativeVirtualAddress != 0))
        {
            var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
            if (Refers(code, console))
            {
                users.Add(NameOf(metadata, method.GetDeclaringType()));
            }

            if (Refers(code, locks))
            {
                lockers.Add(NameOf(metadata, method.GetDeclaringType()));
            }
        }

        users.Except(Users.Keys).ShouldBeEmpty();
        users.Intersect(lockers).ShouldBeEmpty();
        if (ofAssembly == typeof(NukeBuild))
        {
            Users.Keys.Except(users).ShouldBeEmpty();
            lockers.ShouldContain("Nuke.Common.ConsoleOutput.OutputGate", "Else the test sees no locks.");
        }
    }

    /// <summary>Tokens of what the assembly calls of a type.</summary>
    private static HashSet<int> Members(MetadataReader metadata, string space, string type)
    => [
        .. metadata.MemberReferences
            .Where(x => metadata.GetMemberReference(x).Parent is { Kind: HandleKind.TypeReference } parent
                && metadata.GetTypeReference((TypeReferenceHandle)parent) is var reference
                && metadata.GetString(reference.Namespace) == space
                && metadata.GetString(reference.Name) == type)
            .Select(x => MetadataTokens.GetToken(x)),
    ];

    private static bool Refers(byte[] code, HashSet<int> tokens)
    {
        for (var i = 0; i + sizeof(int) <= code.Length; i++)
        {
            if (tokens.Contains(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(i))))
            {
                return true;
            }
        }

        return false;
    }

    // Of a closure or an iterator, the type that has it.
    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? NameOf(metadata, outer)
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
