using Nuke.Common.Execution;

namespace Nuke.Common.CI.GitLab;

public partial class GitLab
{
    internal override bool Folds => true;

    /// <summary>
    /// A section that is folded: https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections. GitLab shows the time between the two
    /// marks, so the first one of a block that is printed at its end says when the target started.
    /// </summary>
    internal override IDisposable OpenBlock(string text)
    {
        var name = $"target_{string.Concat(text.Select(x => char.IsAsciiLetterOrDigit(x) ? x : '_'))}";
        var now = BuildSession.Current.Time.GetUtcNow();
        Output.PrintCommand($"\e[0Ksection_start:{(now - (Output.BlockAge ?? TimeSpan.Zero)).ToUnixTimeSeconds()}:{name}[collapsed=true]\r\e[0K{text}");
        return new SectionEnd(name);
    }

    private sealed class SectionEnd(string name) : IDisposable
    {
        public void Dispose()
            => Output.PrintCommand($"\e[0Ksection_end:{BuildSession.Current.Time.GetUtcNow().ToUnixTimeSeconds()}:{name}\r\e[0K");
    }
}
