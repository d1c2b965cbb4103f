using System.Text;
using System.Text.Json;
using Fairlead.Reporting;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure.Terraform.Messages;

/// <summary>Tells the lines of terraform's machine-readable UI to the reporter while they come, and keeps the diagnostics and the counts.</summary>
internal sealed class UiListener(SecretMask mask, IReporter reporter)
{
    // A message has some kilobytes. What a provider prints without end must not fill the memory.
    private const int LongestLine = 4 * 1024 * 1024;
    private const int LongestOther = 1024 * 1024;

    private readonly List<TerraformDiagnostic> _diagnostics = [];
    private readonly StringBuilder _other = new();
    private readonly Dictionary<string, double> _told = new(StringComparer.Ordinal);
    private long _read;
    private long _done;
    private long _total;

    /// <summary>Diagnostics so far, in order.</summary>
    public IReadOnlyList<TerraformDiagnostic> Diagnostics => _diagnostics;

    /// <summary>The counts of the last change_summary.</summary>
    public UiChanges? Changes { get; private set; }

    /// <summary>Lines that are no messages; of very many the last ones, where the reason of a crash is.</summary>
    public string Other => _other.ToString();

    public async Task ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var line = new StringBuilder();
        var left = 0L;
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer)) > 0;)
        {
            var rest = buffer.AsMemory(0, count);
            for (int end; (end = rest.Span.IndexOf('\n')) >= 0; rest = rest[(end + 1)..])
            {
                left += Append(line, rest.Span[..end]);
                Add(line.ToString().TrimEnd('\r'), left);
                line.Clear();
                left = 0;
            }

            left += Append(line, rest.Span);
        }

        if (line.Length > 0)
        {
            Add(line.ToString(), left);
        }
    }

    /// <summary>How many characters were too many.</summary>
    private static int Append(StringBuilder line, ReadOnlySpan<char> text)
    {
        var kept = text[..Math.Min(text.Length, LongestLine - line.Length)];
        line.Append(kept);
        return text.Length - kept.Length;
    }

    private void Add(string line, long left)
    {
        if (left == 0)
        {
            Add(line);
            return;
        }

        // The cut may go through a secret, whose first half no mask finds.
        AddOther($"{mask.ApplyToPartial(line)} [{left} more characters of this line are left out]");
    }

    private void AddOther(string masked)
    {
        _other.AppendLine(masked);
        if (_other.Length > LongestOther)
        {
            _other.Remove(0, _other.Length - (LongestOther / 2)).Insert(0, $"[what came before is left out]{Environment.NewLine}");
        }
    }

    // {"@level":"info","@message":"aws_vpc.this: Creation complete after 2s
    // [id=vpc-1]","@module":"terraform.ui","hook":{"resource":{"addr":"aws_vpc.this"},"action":"create","id_value":"vpc-1","elapsed_seconds":2},"type":"apply_complete"}
    public void Add(string line)
    {
        UiMessage? message = null;
        try
        {
            message = line.StartsWith('{') ? JsonSerializer.Deserialize(line, UiJson.Default.UiMessage) : null;
        }
        catch (JsonException)
        {
            // A provider that writes to standard output, or the last line of a process that was killed.
        }

        if (message is null)
        {
            AddOther(mask.Apply(line));
            return;
        }

        if (message is { Type: "diagnostic", Diagnostic: { } diagnostic })
        {
            _diagnostics.Add(Of(diagnostic, mask));
        }
        else if (message is { Type: "change_summary", Changes: { } changes })
        {
            Changes = changes;
        }
        else if (message.Type == "planned_change")
        {
            _total++;
        }
        else if (message.Hook is { Resource.Addr: { Length: > 0 } address } hook)
        {
            Tell(message.Type, address, hook);
        }
        else if (message.Level == "error")
        {
            _diagnostics.Add(new TerraformDiagnostic(true, mask.Apply(message.Message ?? ""), "", null, null, 0));
        }
    }

    public static TerraformDiagnostic Of(UiDiagnostic diagnostic, SecretMask mask) => new(
        diagnostic.Severity == "error",
        mask.Apply(diagnostic.Summary ?? ""),
        mask.Apply(diagnostic.Detail ?? ""),
        diagnostic.Address,
        diagnostic.Range is { Filename.Length: > 0 } range ? range.Filename : null,
        Math.Max(0, diagnostic.Range?.Start?.Line ?? 0));

    private void Tell(string? type, string address, UiHook hook)
    {
        var elapsed = hook.ElapsedSeconds ?? 0;
        var (present, past) = Words(hook.Action);
        switch (type)
        {
            case "refresh_start":
                reporter.Progress("Reading resources", ++_read, 0);
                break;
            case "apply_start" when hook.Action != "read":
                reporter.Information($"{address}: {present}");
                break;
            case "apply_progress":
                TellProgress(address, present, elapsed);
                break;
            case "apply_complete" when hook.Action != "read":
                var id = hook.IdValue is { Length: > 0 } value && hook.Action == "create" ? $" ({mask.Apply(value)})" : "";
                reporter.Information($"{address}: {past} in {TerraformText.Of(TerraformText.Seconds(elapsed))}{id}");
                reporter.Progress("Applying", ++_done, Math.Max(_total, _done));
                break;
            case "apply_errored":
                reporter.Warning($"{address}: {present} failed after {TerraformText.Of(TerraformText.Seconds(elapsed))}");
                break;
        }
    }

    // terraform says "still creating" of every resource every 10 s; after 30 s and at every minute is enough to see that it lives.
    private void TellProgress(string address, string present, double elapsed)
    {
        var mark = elapsed < 60 ? (elapsed >= 30 ? 30 : 0) : Math.Floor(elapsed / 60) * 60;
        if (mark > _told.GetValueOrDefault(address))
        {
            _told[address] = mark;
            reporter.Information($"{address}: still {present} after {TerraformText.Of(TerraformText.Seconds(elapsed))}");
        }
    }

    private static (string Present, string Past) Words(string? action) => action switch
    {
        "create" => ("creating", "created"),
        "update" => ("changing", "changed"),
        "delete" => ("destroying", "destroyed"),
        "replace" => ("replacing", "replaced"),
        "move" => ("moving", "moved"),
        "import" => ("importing", "imported"),
        "read" => ("reading", "read"),
        _ => ("working", "done"),
    };
}
