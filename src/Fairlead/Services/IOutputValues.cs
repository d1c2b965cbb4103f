namespace Fairlead.Services;

/// <summary>The values that a stack hands out for one of its parts. What is missing or wrong is told later, all at once.</summary>
public interface IOutputValues
{
    /// <summary>The text, which must be there and not be empty; empty when it is not.</summary>
    string Required(string name);

    /// <summary>The text; null when it is not there.</summary>
    string? Optional(string name);
}
