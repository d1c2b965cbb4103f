"""Writes build classes of given shapes, as a user would write them, and a Main that runs the one that SHAPE names. "Expression10000" makes only
the expression that Main hands to the engine, which takes the runtime long in a class of so many members. Prints the critical path
of the sleeping graph in seconds."""
import random
import sys

LAYERS, WIDTH = 50, 20


def chain(name, count):
    yield f"class {name} : NukeBuild\n{{\n    public static int Run() => Execute<{name}>(x => x.T{count - 1});\n"
    yield f"    public static int Expression() => ((Expression<Func<{name}, Target>>)(x => x.T{count - 1})).Parameters.Count - 1;\n"
    for i in range(count):
        waits = f".DependsOn(T{i - 1})" if i else ""
        yield f"    Target T{i} => _ => _{waits}.Executes(() => {{ }});\n"
    yield "}\n"


def layers():
    choose = random.Random(1)
    done = {}
    yield "class Layers : NukeBuild\n{\n    public static int Run() => Execute<Layers>(x => x.Last);\n"
    for layer in range(LAYERS):
        for i in range(WIDTH):
            waits = choose.sample(range(WIDTH), 3) if layer else []
            sleep = choose.randrange(20, 80)
            done[layer, i] = sleep / 1000 + max((done[layer - 1, x] for x in waits), default=0)
            relation = f".DependsOn({', '.join(f'L{layer - 1}T{x}' for x in waits)})" if waits else ""
            yield f"    Target L{layer}T{i} => _ => _{relation}.Executes(() => Thread.Sleep({sleep}));\n"
    yield f"    Target Last => _ => _.DependsOn({', '.join(f'L{LAYERS - 1}T{i}' for i in range(WIDTH))});\n}}\n"
    print(max(done.values()))


with open(sys.argv[1], "w") as file:
    file.write("using System.Linq.Expressions;\nusing Nuke.Common;\n\nstatic class Program\n{\n")
    file.write('    static int Main() => Environment.GetEnvironmentVariable("SHAPE") switch\n    {\n')
    for shape in ("Chain10", "Chain2000", "Chain10000", "Layers"):
        file.write(f'        "{shape}" => {shape}.Run(),\n')
    file.write('        "Expression10000" => Chain10000.Expression(),\n')
    file.write('        var other => throw new InvalidOperationException($"SHAPE names no graph: {other}"),\n    };\n}\n\n')
    for part in (chain("Chain10", 10), chain("Chain2000", 2000), chain("Chain10000", 10000), layers()):
        file.writelines(part)
