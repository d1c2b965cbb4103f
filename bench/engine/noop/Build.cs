using Nuke.Common;

class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Test);

    Target Clean => _ => _
        .Executes(() => { });

    Target Restore => _ => _
        .DependsOn(Clean)
        .Executes(() => { });

    Target Compile => _ => _
        .DependsOn(Restore)
        .Executes(() => { });

    Target Test => _ => _
        .DependsOn(Compile)
        .Executes(() => { });
}
