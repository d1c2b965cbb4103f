using System.Security.Cryptography;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>The OCI registry: routes, names, ranges, tokens; and layers that come as ECR's own operations.</summary>
internal static class RegistryTargets
{
    public static IReadOnlyList<FuzzTarget> Of(FuzzCloud cloud)
    => [
        CloudTarget.Text("Registry GET", x => cloud.Registry("GET", $"/v2/{CloudTarget.Escaped(x)}", []), "", "shop/tags/list?n=3&last=a"),
        CloudTarget.Text(
            "Registry GET of what is not there",
            x => cloud.Registry("GET", $"/v2/{CloudTarget.Escaped(x)}", []),
            "shop/manifests/latest",
            $"shop/blobs/sha256:{new string('1', 64)}",
            "team/shop/referrers/sha256:1?artifactType=a",
            "shop/blobs/uploads/1") with { RefusesAll = true },
        CloudTarget.Text(
            "Registry upload's range",
            x => cloud.Upload(x.ReplaceLineEndings(" "), "hello"u8.ToArray()),
            "0-4",
            "bytes 0-4/5"),
        CloudTarget.Text(
            "Registry upload's query",
            x => cloud.Registry("POST", $"/v2/shop/blobs/uploads/?{CloudTarget.Escaped(x)}", "hello"u8.ToArray()),
            "digest=sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
        CloudTarget.Text(
            "Registry mount",
            x => cloud.Registry("POST", $"/v2/shop/blobs/uploads/?mount={CloudTarget.Escaped(x)}&from=other", []),
            $"sha256:{new string('1', 64)}"),
        CloudTarget.Text(
            "Registry blob's range",
            x =>
            {
                cloud.Registry("POST", $"/v2/shop/blobs/uploads/?digest={Hello}", "hello"u8.ToArray());
                return cloud.Registry("GET", $"/v2/shop/blobs/{Hello}", [], ("Range", x.ReplaceLineEndings(" ")));
            },
            "bytes=0-2",
            "bytes=-3",
            "bytes=3-"),
        CloudTarget.Utf8(
            "Registry manifest",
            x =>
            {
                cloud.Registry("POST", $"/v2/shop/blobs/uploads/?digest={Hello}", "hello"u8.ToArray());
                var answer = cloud.Registry("PUT", "/v2/shop/manifests/fuzz", x, ("Content-Type", "application/vnd.oci.image.manifest.v1+json"));
                cloud.Registry("DELETE", $"/v2/shop/manifests/sha256:{Convert.ToHexStringLower(SHA256.HashData(x))}", []);
                return answer;
            },
            $$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":"a",
             "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{Hello}}","size":5},
             "layers":[{"mediaType":"a","digest":"{{Hello}}","size":5}],"annotations":{"a":"b"} }
            """),
        CloudTarget.Text("Registry authorization", x => cloud.Registry(x.ReplaceLineEndings(" ")), "Basic QVdTOmE=", "Bearer a") with { RefusesAll = true },
        CloudTarget.Json(cloud, "ecr", "BatchCheckLayerAvailability", $$"""{"repositoryName":"shop","layerDigests":["{{Hello}}"]}"""),
        CloudTarget.Json(cloud, "ecr", "ListImages", """{"repositoryName":"shop","maxResults":5,"filter":{"tagStatus":"TAGGED"}}"""),
        CloudTarget.Json(cloud, "ecr", "BatchDeleteImage", """{"repositoryName":"shop","imageIds":[{"imageTag":"none"}]}"""),
        CloudTarget.Json(
            cloud,
            "ecr",
            "TagResource",
            """{"resourceArn":"arn:aws:ecr:us-east-1:000000000000:repository/shop","tags":[{"Key":"a","Value":"b"}]}"""),
        CloudTarget.Json(
            cloud,
            "ecr",
            "UploadLayerPart",
            $$"""{"repositoryName":"shop","uploadId":"none","partFirstByte":0,"partLastByte":4,"layerPartBlob":"{{Convert.ToBase64String("hello"u8)}}"}""") with
        {
            RefusesAll = true,
        },
    ];

    // Of "hello".
    private const string Hello = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
}
