namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>
/// What must hold for a write or a delete to happen: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html
/// Of a write it is asked when the request starts, to refuse before the body is read, and again when the content is there.
/// </summary>
/// <param name="Key">The key that is written or deleted.</param>
/// <param name="MustBeAbsent"><c>If-None-Match: *</c>.</param>
/// <param name="ETag"><c>If-Match</c> without quotes; <c>*</c> for any.</param>
internal sealed record WriteCondition(string Key, bool MustBeAbsent, string? ETag)
{
    /// <summary>Set when the key was deleted while the write was under way.</summary>
    public bool Disturbed { get; set; }

    public void Check(ObjectVersion? current)
    {
        if (MustBeAbsent && current is not null)
        {
            throw S3Errors.PreconditionFailed();
        }

        if (Disturbed)
        {
            throw S3Errors.ConditionalRequestConflict();
        }

        if (ETag is null)
        {
            return;
        }

        if (current is null)
        {
            throw S3Errors.NoSuchKey();
        }

        if (ETag != "*" && ETag != current.ETag)
        {
            throw S3Errors.PreconditionFailed();
        }
    }
}
