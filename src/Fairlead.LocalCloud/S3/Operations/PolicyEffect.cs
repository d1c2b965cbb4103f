namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>What a policy says of a request.</summary>
internal enum PolicyEffect
{
    /// <summary>Nothing: it is allowed when something else allows it.</summary>
    None,

    Allows,

    /// <summary>Whatever else allows it.</summary>
    Denies,
}
