namespace Fairlead.Aws.Pipeline;

/// <summary>A string of the API with known values; values this code does not know are kept as they are.</summary>
internal interface IConstant<TSelf>
{
    static abstract TSelf FindValue(string value);
}
