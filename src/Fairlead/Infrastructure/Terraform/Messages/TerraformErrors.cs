using System.Text.RegularExpressions;

namespace Fairlead.Infrastructure.Terraform.Messages;

/// <summary>Turns the diagnostics of a command that failed into sentences for the user.</summary>
internal static partial class TerraformErrors
{
    // A process that a signal ended has 128 and its number as exit code, as shells have it.
    private const int SignalExit = 128;

    private const string Again = "then run the build again.";

    /// <param name="diagnostics">What terraform said, secrets removed.</param>
    /// <param name="context">What was run.</param>
    /// <param name="other">What it said that is no diagnostic.</param>
    public static FairleadException Explain(IReadOnlyList<TerraformDiagnostic> diagnostics, ErrorContext context, string other)
    {
        var errors = diagnostics.Where(x => x.IsError).ToList();
        if (Crash(errors, context, other) is { } crash)
        {
            return crash;
        }

        if (errors.Count == 0 && context.ExitCode > SignalExit)
        {
            return new FairleadException(
                context.What,
                $"{context.Program} was ended from outside by signal {context.ExitCode - SignalExit}.",
                "What it had saved is in the state: run the build again; if its lock is left, that run says how to free it.");
        }

        if (errors.Count == 0)
        {
            var said = TerraformText.Sentence(other.Length > 600 ? other[^600..] : other);
            return new FairleadException(
                context.What,
                    said.Length == 0 ? $"{context.Tool} ended with exit code {context.ExitCode} and said nothing." : said,
                    "Run the build again; if it fails in the same way, run the command by hand in the stack's directory.");
        }

        if (Unset(errors, context) is { } unset)
        {
            return unset;
        }

        foreach (var error in errors)
        {
            if (Known(error, $"{error.Summary}\n{error.Detail}", context) is { } known)
            {
                return known;
            }
        }

        var first = errors[0];
        var more = errors.Count == 1 ? "" : errors.Count == 2 ? " One more error is above." : $" {errors.Count - 1} more errors are above.";
        return new FairleadException(
            context.What,
            TerraformText.Sentence(first.ToString()),
            (context.Command == "apply" ? $"What was made before is in the state: correct this, {Again}" : $"Correct this, {Again}") + more);
    }

    /// <summary>terraform reports one error for each variable without a value, in no order; they are told at once.</summary>
    private static FairleadException? Unset(List<TerraformDiagnostic> errors, ErrorContext context)
    {
        var names = errors.Where(x => x.Summary == "No value for required variable")
            .Select(x => Quoted().Match(x.Detail).Groups["value"].Value)
            .Where(x => x.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? null : new FairleadException(
            context.What,
            names.Count == 1
                ? $"The variable '{names[0]}' has no value and no default."
                : $"The variables {string.Join(", ", names.Select(x => $"'{x}'"))} have no value and no default.",
            $"Set {(names.Count == 1 ? "it" : "them")} in a variables file of the profile, or as TF_VAR_{names[0]} in the environment, {Again}");
    }

    private static FairleadException? Known(TerraformDiagnostic error, string text, ErrorContext context) => error switch
    {
        { Summary: "Error acquiring the state lock" } => Locked(text, context),
        { Summary: "Failed to read variables file" or "Failed to read file" } => new(
            context.What,
            TerraformText.Sentence(error.Detail.Length > 0 ? error.Detail : error.Summary),
            $"Name a variables file that exists, {Again}"),
        { Summary: "Invalid value for input variable" or "Invalid value for variable" } => new(
            context.What,
            TerraformText.Sentence(error.Detail),
            $"Correct the value {WhereSet(error)}, {Again}"),
        { File: { } file } when IsOwn(file) => new(
            context.What,
            $"A value that the build passes is not an expression of Terraform's language: "
                + $"{TerraformText.Sentence(error.Detail.Length > 0 ? error.Detail : error.Summary)}",
            $"Write lists and objects as Terraform does, {Again}"),
        { File: { } file } when IsVariablesFile(file) => new(
            context.What,
            $"The variables file cannot be read, {error.Place}: {TerraformText.Sentence(error.Detail.Length > 0 ? error.Detail : error.Summary)}",
            $"Mend {file}, {Again}"),
        { Summary: "Saved plan is stale" } => new(
            context.What,
            "The plan is stale: the state was changed by another operation after the plan was made.",
            "Nothing was applied; plan again, look at the new plan, and apply that."),
        { Summary: "Unsupported Terraform Core version" } => new(
            context.What,
            TerraformText.Sentence(error.Detail),
            "Use a version that satisfies required_version: name it, or let the build download it."),
        { Summary: "Can't change variable when applying a saved plan" } => new(
            context.What,
            TerraformText.Sentence(error.Detail),
            "Plan again with the new value, and apply that plan."),
        { Summary: "Provider dependency changes detected" } => new(
            context.What,
            "The configuration needs providers that .terraform.lock.hcl does not have, and a run that nobody watches takes none that nobody has looked at.",
            $"Run `{context.Program} init` in {context.Directory}, look at the change of .terraform.lock.hcl, and commit it."),
        _ when LockedVersion().IsMatch(text) => new(
            context.What,
            TerraformText.Sentence(FirstParagraph(error.Detail.Length > 0 ? error.Detail : error.Summary)),
            $"Run `{context.Program} init -upgrade` in {context.Directory}, look at the change of .terraform.lock.hcl, and commit it."),
        _ when ChecksumErrors().IsMatch(text) => WrongChecksum(context),
        {
            Summary: "Backend initialization required, please run \"terraform init\""
            or "Backend configuration changed"
            or "Required plugins are not installed"
            or "Inconsistent dependency lock file"
            or "Module not installed"
        }
            => Uninitialised(error, text, context),
        _ => PlanFile(error, text, context)
            ?? State(error, text, context)
            ?? Backend(text, context)
            ?? Credentials(text, context)
            ?? Providers(error, text, context),
    };

    private static FairleadException? PlanFile(TerraformDiagnostic error, string text, ErrorContext context)
        => PlanFileErrors().IsMatch(text)
            ? new(
                context.Command == "apply" ? "The plan was not applied." : context.What,
                $"The plan file cannot be used: {TerraformText.Sentence(error.Detail.Length > 0 ? error.Detail : error.Summary)}",
                "Nothing was changed; plan again, and apply that plan.")
            : null;

    private static FairleadException? State(TerraformDiagnostic error, string text, ErrorContext context)
        => error.Summary is "Failed to persist state to backend" or "Failed to save state" or "Failed to write state file"
            || text.Contains("errored.tfstate", StringComparison.Ordinal)
            ? new(
                "The state could not be saved.",
                $"{TerraformText.Sentence(error.Detail.Length > 0 ? FirstParagraph(error.Detail) : error.Summary)}",
                $"Resources were changed and the only record of it is {Path.Combine(context.Directory, "errored.tfstate")}: run `{context.Program} state "
                    + $"push errored.tfstate` there and delete the file, {Again}")
            : null;

    private static FairleadException Uninitialised(TerraformDiagnostic error, string text, ErrorContext context)
        => text.Contains("migrate", StringComparison.OrdinalIgnoreCase) && context.Command == "init"
            ? new(
                context.What,
                "The state lies in another backend than the configuration names, and terraform would have to move it.",
                $"Move it once by hand with `{context.Program} init -migrate-state` in {context.Directory}, {Again}")
            : new(
                context.What,
                TerraformText.Sentence(FirstParagraph(error.Detail.Length > 0 ? error.Detail : error.Summary)),
                $"Initialise the stack first (TerraformInit), {Again}");

    private static FairleadException Locked(string text, ErrorContext context)
    {
        if (StateLock.Find(text) is { } held)
        {
            return new FairleadException(
                $"{context.What[..^1]}: the state is locked.",
                held.ToString(),
                $"Wait until that has ended, or set a longer lock timeout; when nothing runs there any more, free it with `{context.Program} force-unlock "
                    + $"{held.Id}` in {context.Directory}.");
        }

        // Without Lock Info the lock could not even be tried: no bucket, no permission, no credentials.
        return Backend(text, context) ?? Credentials(text, context)
            ?? new FairleadException(
                $"{context.What[..^1]}: the state cannot be locked.",
                TerraformText.Sentence(FirstParagraph(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])),
                $"Check the backend and the permissions on it, {Again}");
    }

    private static FairleadException? Backend(string text, ErrorContext context)
    {
        var bucket = Bucket().Match(text) is { Success: true } match ? match.Groups["bucket"].Value : context.BackendConfig.GetValueOrDefault("bucket", "");
        if (BucketMissing().IsMatch(text))
        {
            return new FairleadException(
                "The bucket of the state does not exist.",
                $"The backend names the bucket {bucket}, and there is none in this account and region.",
                $"Create it with the parameter --create-state-bucket (private, versioned, encrypted, TLS only), or correct the backend's bucket and "
                    + $"region, {Again}");
        }

        return BackendErrors().IsMatch(text) && DeniedErrors().IsMatch(text) && !ExpiredErrors().IsMatch(text)
            ? new FairleadException(
                "The state cannot be reached.",
                $"These credentials may not use the bucket {bucket}: {TerraformText.Sentence(ApiError(text))}",
                $"Allow s3:ListBucket on the bucket and s3:GetObject, s3:PutObject and s3:DeleteObject on its keys, or use the credentials of the account "
                    + $"that owns it, {Again}")
            : null;
    }

    private static FairleadException? Credentials(string text, ErrorContext context)
        => ExpiredErrors().IsMatch(text)
            ? new(context.What, "The AWS session has expired.", $"Sign in again (`aws sso login`, or renew the session token), {Again}")
            : MissingCredentials().IsMatch(text)
                ? new(
                    context.What,
                    "There are no usable AWS credentials.",
                    $"Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run `aws configure`, {Again}")
                : BadCredentials().IsMatch(text)
                    ? new(
                        context.What,
                        "AWS does not know these credentials, or the signature does not match.",
                        $"Check which credentials are used with `aws sts get-caller-identity` and that the clock of this machine is right, {Again}")
                    : null;

    private static FairleadException WrongChecksum(ErrorContext context) => new(
        context.What,
        $"The dependency lock file has no checksum that this machine's provider package ({context.Platform}) matches: it was written on another platform, "
            + $"or the package is not the one that was locked.",
        $"Run `{context.Program} providers lock -platform={context.Platform}` in {context.Directory}, look at the change of .terraform.lock.hcl, "
            + $"and commit it.");

    private static FairleadException? Providers(TerraformDiagnostic error, string text, ErrorContext context)
        => error.Summary is "Failed to query available provider packages" or "Failed to install provider" or "Could not retrieve the list of available versions"
            || text.Contains("Could not retrieve the list of available versions", StringComparison.Ordinal)
            ? new FairleadException(
                context.What,
                TerraformText.Sentence(FirstParagraph(error.Detail)),
                $"Check the network, or name a mirror in the file of TF_CLI_CONFIG_FILE, {Again}")
            : AlreadyExists().IsMatch(text) && error.Address is { } address
                ? new FairleadException(
                    context.What,
                    TerraformText.Sentence(
                        $"{address} is there already and not in the state: {FirstParagraph(error.Detail.Length > 0 ? error.Detail : error.Summary)}"),
                    $"If a run was killed before it could save the state, take it over with `{context.Program} import {address} ID` or delete it; if it "
                        + $"belongs to somebody else, choose another name; {Again}")
                : null;

    /// <summary>Whether terraform or a provider of it ended where it should have answered.</summary>
    public static bool IsCrash(IEnumerable<TerraformDiagnostic> diagnostics, string other)
        => diagnostics.Any(IsCrash) || other.Contains("TERRAFORM CRASH", StringComparison.Ordinal);

    private static bool IsCrash(TerraformDiagnostic diagnostic) => diagnostic.IsError && CrashErrors().IsMatch($"{diagnostic.Summary}\n{diagnostic.Detail}");

    private static FairleadException? Crash(List<TerraformDiagnostic> errors, ErrorContext context, string other)
    {
        if (!IsCrash(errors, other))
        {
            return null;
        }

        var crashed = errors.FirstOrDefault(IsCrash);
        var where = crashed?.Address is { } address ? $" while it worked on {address}" : "";
        var log = context.LogFile is { } file ? $"What it wrote is in {file}. " : "";
        return new FairleadException(
            $"{context.What[..^1]}: {(crashed is null ? "terraform itself crashed" : $"a provider crashed{where}")}.",
            crashed is null
                ? "It ended with a panic, which is an error of its own."
                : TerraformText.Sentence(FirstParagraph(crashed.Detail.Length > 0 ? crashed.Detail : crashed.Summary)),
            $"{log}What was finished before is in the state: run the build again, and if it crashes in the same way, use another version of it.");
    }

    private static string WhereSet(TerraformDiagnostic error) => error.File switch
    {
        { } file when IsOwn(file) => "that the build passes",
        { } file when IsVariablesFile(file) => $"in {error.Place}",
        _ => $"where it is set; {error.Place} declares the variable",
    };

    /// <summary>A file of the runner's own, which is gone when its name is read.</summary>
    private static bool IsOwn(string file) => Path.GetFileName(file) == ShortLivedFiles.Values;

    private static bool IsVariablesFile(string file)
        => file.EndsWith(".tfvars", StringComparison.Ordinal) || file.EndsWith(".tfvars.json", StringComparison.Ordinal);

    private static string FirstParagraph(string text) => text.Split("\n\n")[0];

    private static string ApiError(string text) => Api().Match(text) is { Success: true } match ? match.Value : FirstParagraph(text);

    [GeneratedRegex("\"(?<value>[^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?i)failed to (load|read|open) .{0,4096}plan file|invalid plan file|saved plan (was created|has no)|plan file (was|is) |not a valid "
        + "(plan|zip) file|failed to read plan|as a state or plan file")]
    private static partial Regex PlanFileErrors();

    [GeneratedRegex("(?i)NoSuchBucket|S3 bucket \"[^\"]*\" does not exist|The specified bucket does not exist")]
    private static partial Regex BucketMissing();

    [GeneratedRegex("S3 bucket \"(?<bucket>[^\"]+)\"|[Bb]ucket[:=] ?\"?(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])")]
    private static partial Regex Bucket();

    [GeneratedRegex("(?i)S3 bucket|state lock|load state|loading state|refreshing state|existing workspaces|state data in S3|state file|backend")]
    private static partial Regex BackendErrors();

    [GeneratedRegex("AccessDenied|StatusCode: 403|Forbidden|not authorized to perform")]
    private static partial Regex DeniedErrors();

    [GeneratedRegex("ExpiredToken|TokenRefreshRequired|RequestExpired|(?i:security token included in the request is expired|token has expired|SSO session "
        + ".{0,1000}expired|refresh cached SSO token failed)")]
    private static partial Regex ExpiredErrors();

    [GeneratedRegex("(?i)no valid credential sources? found|failed to refresh cached credentials, no EC2 IMDS role found|static credentials are "
        + "empty|failed to get shared config profile|could not find profile")]
    private static partial Regex MissingCredentials();

    [GeneratedRegex("InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|AuthFailure")]
    private static partial Regex BadCredentials();

    [GeneratedRegex("(?i)(doesn't|does not) match any of the checksums")]
    private static partial Regex ChecksumErrors();

    // "locked provider registry.terraform.io/hashicorp/aws 5.30.0 does not match configured version constraint ~> 6.0; must use terraform init -upgrade …"
    [GeneratedRegex(@"(?i)locked\s+provider\s+\S+\s+\S+\s+does\s+not\s+match\s+configured\s+version\s+constraint")]
    private static partial Regex LockedVersion();

    [GeneratedRegex("(?i)plugin (process )?(exited|crashed)|failed to respond to the plugin|plugin encountered an error|Plugin did not respond|transport "
        + "is closing|connection refused.{0,1000}plugin|Failed to (load|start) plugin|Could not load the schema for provider|rpc error: code = "
            + "(Unavailable|Canceled|Internal)|error reading from server|(?s:Request cancell?ed.{0,1000}request was cancell?ed)"
                + "|Unrecognized remote plugin message")]
    private static partial Regex CrashErrors();

    [GeneratedRegex("AlreadyExists|AlreadyOwnedByYou|\\balready exists\\b")]
    private static partial Regex AlreadyExists();

    [GeneratedRegex("api error [^\n]+")]
    private static partial Regex Api();
}
