using System.Globalization;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ssm;

/// <summary>The parameters and their versions. What a change has returned is on the disk, its values sealed.</summary>
internal sealed partial class ParameterStore
{
    /// <summary>https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html.</summary>
    private const int MaximumVersions = 100;

    /// <summary>https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html.</summary>
    private const int MaximumLabels = 10;

    private readonly JsonState<SsmDocument> _document;
    private readonly SealingKey _key;
    private readonly Account _account;
    private readonly TimeProvider _clock;

    public ParameterStore(StateDirectory state, SealingKey key, Account account, TimeProvider clock)
    {
        _document = new JsonState<SsmDocument>(state, "ssm.json", SsmJson.Sealed(key));
        (_key, _account, _clock) = (key, account, clock);
    }

    public string Arn(string name) => ParameterReference.Arn(name, _account);

    /// <summary>The value as a reader gets it who does not ask for decryption: of a SecureString a text that nobody can read, the same each time.</summary>
    public string Shown(FoundParameter parameter, bool decrypted) => decrypted || parameter.Version.Type != ParameterRequest.SecureString
        ? parameter.Version.Value.Value
        : _key.Seal(parameter.Version.Value.Value, $"{Arn(parameter.Name)}:{parameter.Version.Version}");

    /// <exception cref="AwsServiceException">What AWS refuses; nothing was changed.</exception>
    public ParameterVersion Put(ParameterRequest request) => _document.Change(x =>
    {
        if (!x.Parameters.TryGetValue(request.Name, out var parameter))
        {
            parameter = new ParameterRecord { Name = request.Name };
            parameter.Versions.Add(request.Next(null, _clock.GetUtcNow()));
            foreach (var (key, value) in request.Tags)
            {
                parameter.Tags[key] = value;
            }

            x.Parameters[request.Name] = parameter;
            return parameter.Latest;
        }

        if (!request.Overwrite)
        {
            throw new AwsServiceException(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }

        var next = request.Next(parameter.Latest, _clock.GetUtcNow());
        MakeRoom(parameter);
        parameter.Versions.Add(next);
        return next;
    });

    /// <summary>What a name, an ARN, <c>NAME:VERSION</c> or <c>NAME:LABEL</c> refers to.</summary>
    /// <exception cref="AwsServiceException">ParameterNotFound or ParameterVersionNotFound.</exception>
    public FoundParameter Get(string reference) => _document.Read(x =>
    {
        var (parameter, selector) = Referred(x, reference);
        return new FoundParameter(parameter.Name, selector is null ? parameter.Latest : Selected(parameter, selector), selector);
    });

    /// <summary>The same; null when there is none.</summary>
    public FoundParameter? Find(string reference)
    {
        try
        {
            return Get(reference);
        }
        catch (AwsServiceException exception) when (exception.Code is "ParameterNotFound" or "ParameterVersionNotFound")
        {
            return null;
        }
    }

    /// <summary>Reads all parameters, in no order.</summary>
    public T Read<T>(Func<IReadOnlyCollection<ParameterRecord>, T> read) => _document.Read(x => read(x.Parameters.Values));

    /// <summary>Every version of a parameter that there still is, oldest first.</summary>
    /// <exception cref="AwsServiceException">ParameterNotFound.</exception>
    public IReadOnlyList<FoundParameter> History(string reference)
        => _document.Read(x =>
        {
            var parameter = Whole(x, reference);

            // Copies, because the labels of a version change.
            return parameter.Versions.Select(v => new FoundParameter(parameter.Name, v with { Labels = [.. v.Labels] })).ToArray();
        });

    /// <summary>Names of the parameters that were there and are deleted now.</summary>
    public IReadOnlyList<string> Delete(IEnumerable<string> names) => _document.Change(x => names.Where(x.Parameters.Remove).ToArray());

    /// <summary>Moves labels to a version.</summary>
    /// <returns>The version, and the labels that cannot be ones: those are left out.</returns>
    /// <exception cref="AwsServiceException">ParameterNotFound, ParameterVersionNotFound, ParameterVersionLabelLimitExceeded.</exception>
    public (long Version, IReadOnlyList<string> Invalid) Label(string reference, long? version, IReadOnlyList<string> labels) => _document.Change(x =>
    {
        var parameter = Whole(x, reference);
        var labelled = version is null ? parameter.Latest : Selected(parameter, version.Value.ToString(CultureInfo.InvariantCulture));
        var valid = labels.Where(IsLabel).Distinct().ToArray();
        if (labelled.Labels.Union(valid).Count() > MaximumLabels)
        {
            throw new AwsServiceException(
                "ParameterVersionLabelLimitExceeded",
                $"A parameter version can have maximum {MaximumLabels} labels. Move one or more labels to another version and try again.");
        }

        foreach (var other in parameter.Versions.Where(v => v != labelled))
        {
            other.Labels.RemoveAll(valid.Contains);
        }

        labelled.Labels = [.. labelled.Labels.Union(valid)];
        return (labelled.Version, (IReadOnlyList<string>)[.. labels.Except(valid)]);
    });

    /// <returns>The labels that the version had and has no more.</returns>
    /// <exception cref="AwsServiceException">ParameterNotFound, ParameterVersionNotFound.</exception>
    public IReadOnlyList<string> Unlabel(string reference, long version, IReadOnlyList<string> labels) => _document.Change(x =>
    {
        var labelled = Selected(Whole(x, reference), version.ToString(CultureInfo.InvariantCulture));
        return labels.Distinct().Where(labelled.Labels.Remove).ToArray();
    });

    /// <summary>The tags of a parameter, which <paramref name="change"/> may change before.</summary>
    /// <exception cref="AwsServiceException">InvalidResourceId, TooManyTagsError.</exception>
    public IReadOnlyDictionary<string, string> Tags(string name, Action<IDictionary<string, string>>? change = null)
    {
        return change is null ? _document.Read(Copy) : _document.Change(x =>
        {
            change(Tagged(x));
            return Tagged(x).Count > ResourceTags.Maximum
                ? throw new AwsServiceException("TooManyTagsError", $"A parameter can have {ResourceTags.Maximum} tags.")
                : Copy(x);
        });

        Dictionary<string, string> Copy(SsmDocument document) => new(Tagged(document), StringComparer.Ordinal);

        SortedDictionary<string, string> Tagged(SsmDocument document) => document.Parameters.GetValueOrDefault(name)?.Tags
            ?? throw new AwsServiceException("InvalidResourceId", "The resource ID isn't valid. Verify that you entered the correct ID and try again.");
    }

    /// <summary>A version and its labels, as they are at this moment.</summary>
    private static ParameterVersion Selected(ParameterRecord parameter, string selector)
    {
        var isVersion = long.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return parameter.Versions.Find(x => isVersion ? x.Version == number : x.Labels.Contains(selector))
            ?? throw new AwsServiceException(
                "ParameterVersionNotFound",
                $"Systems Manager could not find {(isVersion ? "version" : "label")} {selector} of {parameter.Name}. Verify the version and try again.");
    }

    private static void MakeRoom(ParameterRecord parameter)
    {
        if (parameter.Versions.Count < MaximumVersions)
        {
            return;
        }

        if (parameter.Versions[0] is { Labels.Count: > 0 } oldest)
        {
            throw new AwsServiceException(
                "ParameterMaxVersionLimitExceeded",
                $"You attempted to create a new version of {parameter.Name} by calling the PutParameter API with the overwrite flag. Version "
                    + $"{oldest.Version}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of "
                    + "the parameter, and try again.");
        }

        parameter.Versions.RemoveAt(0);
    }

    private (ParameterRecord Parameter, string? Selector) Referred(SsmDocument document, string text)
    {
        var reference = ParameterReference.Parse(text, _account);
        return reference.Names.Select(document.Parameters.GetValueOrDefault).FirstOrDefault(x => x is not null) is { } found
            ? (found, reference.Selector)
            : throw NotFound(text);
    }

    /// <summary>A parameter that is named without a version.</summary>
    private ParameterRecord Whole(SsmDocument document, string text)
        => Referred(document, text) is { Selector: null } found ? found.Parameter : throw NotFound(text);

    private static AwsServiceException NotFound(string text) => new("ParameterNotFound", $"Parameter {text} not found.");

    private static bool IsLabel(string label)
        => LabelPattern().IsMatch(label)
            && !label.StartsWith("aws", StringComparison.OrdinalIgnoreCase)
            && !label.StartsWith("ssm", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A[a-zA-Z_.-][a-zA-Z0-9_.-]{0,99}\z")]
    private static partial Regex LabelPattern();
}
