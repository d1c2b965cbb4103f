namespace AwsClientGenerator;

/// <summary>A description or a model that cannot be worked with: says what is wrong, where, and what to do.</summary>
internal sealed class GeneratorException(string message) : Exception(message);
