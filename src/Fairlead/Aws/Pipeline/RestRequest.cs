using System.Text;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Fairlead.Aws.Pipeline;

/// <summary>Puts members of a request where the REST protocol has them.</summary>
internal static class RestRequest
{
    /// <exception cref="AmazonClientException">There is no value: without it the path would be another operation's.</exception>
    public static void SetPath(this IRequest request, string name, object? value) => request.AddPathResource(
        $"{{{name}}}",
        WireText.Of(value) is { Length: > 0 } text ? text : throw new AmazonClientException($"{name} is not set, and it is part of the path {request.ResourcePath}."));

    public static void SetQuery(this IRequest request, string name, object? value)
    {
        if (WireText.Of(value) is { } text)
        {
            request.UseQueryString = true;
            request.Parameters.Add(name, text);
        }
    }

    public static void SetHeader(this IRequest request, string name, object? value)
    {
        if (WireText.Of(value) is { } text)
        {
            request.Headers[name] = text;
        }
    }

    public static void SetBody(this IRequest request, XElement? body)
    {
        if (body is not null)
        {
            request.Content = Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting));
            request.Headers["Content-Type"] = "application/xml";
        }
    }

    /// <summary>Begins a request of the Query protocol.</summary>
    public static QueryForm BeginForm(this IRequest request, string operation, string version)
    {
        request.HttpMethod = "POST";
        request.ResourcePath = "/";
        request.Parameters.Add("Action", operation);
        request.Parameters.Add("Version", version);
        return new QueryForm(request.Parameters, "");
    }
}
