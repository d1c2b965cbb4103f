using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;
using Fairlead.LocalCloud.S3.Storage;

namespace Fairlead.LocalCloud.S3;

internal static class S3ServiceCollection
{
    public static void AddS3(this IServiceCollection services)
    {
        services.AddSingleton<S3Store>();
        services.AddSingleton<Listings>();
        services.AddSingleton<BucketSettings>();
        services.AddSingleton<BucketDocuments>();
        services.AddSingleton<AccessControlLists>();
        services.AddSingleton<ObjectAttributes>();
        services.AddSingleton<ObjectReads>();
        services.AddSingleton<ObjectWrites>();
        services.AddSingleton<ObjectDeletes>();
        services.AddSingleton<MultipartUploads>();
        services.AddSingleton<ObjectAccess>();
        services.AddSingleton<IAwsService, S3Service>();
    }
}
