namespace Fairlead.Infrastructure.Terraform;

/// <summary>The bucket that keeps the states of the stacks.</summary>
/// <param name="Bucket">Its name, as the backend's configuration has it.</param>
/// <param name="Region">Where it is, or is to be: <c>us-east-1</c>.</param>
public sealed record StateBucketOptions(string Bucket, string Region);
