using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>Gets, puts and deletes the settings of <see cref="BucketSetting"/>. They are kept and given back, and change nothing else but what the table's
/// readers ask them: ownership and encryption.</summary>
internal sealed class BucketDocuments(S3Store store)
{
    public Task GetAsync(S3Request request, BucketSetting setting)
    {
        var configuration = store.Bucket(request.Bucket!).Configuration;
        if (setting.ListRoot is { } root && request.Query("id") is null)
        {
            return S3Xml.WriteAsync(request, S3Xml.Element(root,
                S3Xml.Element("IsTruncated", false),
                configuration.Documents
                    .Where(x => x.Key.StartsWith(setting.Parameter + "/", StringComparison.Ordinal))
                    .OrderBy(x => x.Key, StringComparer.Ordinal)
                    .Select(x => S3Xml.Parse(x.Value))));
        }

        var document = setting.ListRoot is null ? setting.Of(configuration) : configuration.Documents.GetValueOrDefault(Name(request, setting));
        if (document is null)
        {
            throw setting.NotFound();
        }

        WriteHeader(request, setting, configuration.Documents);
        return S3Xml.WriteAsync(request, S3Xml.Parse(document));
    }

    public async Task PutAsync(S3Request request, BucketSetting setting)
    {
        var bucket = store.Bucket(request.Bucket!);
        var name = Name(request, setting);
        var document = await S3Xml.ReadAsync(request, setting.Shape.Name);
        if (!setting.Shape.Fits(document))
        {
            throw S3Errors.MalformedXml();
        }

        if (setting.ListRoot is not null && document.Value("Id") != request.Query("id"))
        {
            throw S3Errors.InvalidArgument("The id of the configuration in the document is not that in the query");
        }

        setting.Check?.Invoke(document, bucket, store);
        NameRules(document, setting);
        var changes = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = S3Xml.Text(document) };
        if (setting.Header is { } header)
        {
            var word = request.Header(header) ?? setting.HeaderWords[0];
            changes[$"{name} {header}"] = setting.HeaderWords.Contains(word) ? word : throw S3Errors.InvalidRequest($"Value for {header} header is invalid.");
        }

        bucket.Configure(x => x with { Documents = With(x.Documents, changes) });
        WriteHeader(request, setting, changes);
    }

    public Task DeleteAsync(S3Request request, BucketSetting setting)
    {
        var bucket = store.Bucket(request.Bucket!);
        var name = Name(request, setting);
        bucket.Configure(x =>
        {
            if (setting.ListRoot is not null && !x.Documents.ContainsKey(name))
            {
                throw setting.NotFound();
            }

            var documents = new Dictionary<string, string>(x.Documents, StringComparer.Ordinal);
            documents.Remove(name);
            documents.Remove($"{name} {setting.Header}");
            if (setting is { Initial: not null, Absent: not null })
            {
                // What it had from the start is gone for good.
                documents[name] = "";
            }

            return x with { Documents = documents };
        });
        request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> documents, Dictionary<string, string> changes)
    {
        var changed = new Dictionary<string, string>(documents, StringComparer.Ordinal);
        foreach (var (name, document) in changes)
        {
            changed[name] = document;
        }

        return changed;
    }

    private static string Name(S3Request request, BucketSetting setting)
        => setting.ListRoot is null
            ? setting.Parameter
            : request.Query("id") is { Length: > 0 and <= 64 } id
                ? $"{setting.Parameter}/{id}"
                : throw new AwsServiceException("InvalidConfigurationId", "The specified configuration id is invalid.");

    private static void WriteHeader(S3Request request, BucketSetting setting, Dictionary<string, string> documents)
    {
        if (setting.Header is { } header)
        {
            request.Context.Response.Headers[header] = documents.GetValueOrDefault($"{setting.Parameter} {header}", setting.HeaderWords[0]);
        }
    }

    private static void NameRules(XElement document, BucketSetting setting)
    {
        if (setting.Ids is not { } id)
        {
            return;
        }

        foreach (var rule in document.Elements().Where(x => x.HasElements && x.Value(id) is null))
        {
            rule.AddFirst(new XElement(rule.Name.Namespace + id, Guid.NewGuid().ToString("N")));
        }
    }
}
