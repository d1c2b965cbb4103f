namespace Nuke.Common.Utilities.Net;

/// <summary>A response was not as expected.</summary>
public class HttpResponseException : Exception
{
    public HttpResponseException()
    {
    }

    public HttpResponseException(string message)
        : base(message)
    {
    }

    public HttpResponseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
