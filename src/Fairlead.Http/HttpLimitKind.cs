namespace Fairlead.Http;

/// <summary>Which limit was passed.</summary>
public enum HttpLimitKind
{
    Connect,
    Answer,
    Silence,
    Whole,
    Size,
}
