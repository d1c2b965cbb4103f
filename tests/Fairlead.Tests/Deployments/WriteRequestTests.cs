using System.Net.Http.Headers;
using Fairlead.Deployments;

namespace Fairlead.Tests.Deployments;

public sealed class WriteRequestTests
{
    [Theory]
    [InlineData("GET", "http://127.0.0.1:4566/shop-site/index.html", null)]
    [InlineData("HEAD", "http://127.0.0.1:4566/v2/shop/manifests/latest", null)]
    [InlineData("PUT", "http://127.0.0.1:4566/shop-site/index.html?x-id=PutObject", "PUT /shop-site/index.html")]
    [InlineData("PUT", "https://shop-site.s3.eu-central-1.amazonaws.com/index.html", "PUT /shop-site/index.html")]
    [InlineData("PUT", "https://s3.eu-central-1.amazonaws.com/shop-site/index.html", "PUT /shop-site/index.html")]
    [InlineData("PUT", "http://127.0.0.1:4566/shop-site/gr%C3%B6%C3%9Fe.js", "PUT /shop-site/größe.js")]
    [InlineData("DELETE", "http://127.0.0.1:4566/shop-site/about.html", "DELETE /shop-site/about.html")]
    [InlineData("POST", "http://127.0.0.1:4566/shop-site?delete", "POST /shop-site?delete")]
    [InlineData("POST", "http://127.0.0.1:4566/shop-site/?delete=", "POST /shop-site/?delete")]
    [InlineData("POST", "https://cloudfront.amazonaws.com/2020-05-31/distribution/E1/invalidation", "POST /2020-05-31/distribution/E1/invalidation")]
    [InlineData("POST", "http://127.0.0.1:5000/v2/shop/blobs/uploads/", "POST /v2/shop/blobs/uploads/")]
    [InlineData("PATCH", "http://127.0.0.1:5000/v2/shop/blobs/uploads/9f3c-1?_state=abc", "PATCH /v2/shop/blobs/uploads/")]
    [InlineData("PUT", "http://127.0.0.1:5000/v2/shop/blobs/uploads/9f3c-1?_state=abc&digest=sha256%3A12", "PUT /v2/shop/blobs/sha256:12")]
    [InlineData("PUT", "http://127.0.0.1:5000/v2/shop/manifests/sha256:12", "PUT /v2/shop/manifests/sha256:12")]
    public async Task What_speaks_REST_is_told_by_its_method_and_named_by_what_it_writes(string method, string url, string? name)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);

        (await WriteRequest.DescribeAsync(request, default)).ShouldBe(name);
    }

    [Theory]
    [InlineData("AmazonEC2ContainerServiceV20141113.RunTask", "RunTask")]
    [InlineData("AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition", "RegisterTaskDefinition")]
    [InlineData("AmazonEC2ContainerServiceV20141113.UpdateService", "UpdateService")]
    [InlineData("AmazonEC2ContainerServiceV20141113.StopTask", "StopTask")]
    [InlineData("AmazonEC2ContainerServiceV20141113.DescribeServices", null)]
    [InlineData("AmazonEC2ContainerServiceV20141113.ListTasks", null)]
    [InlineData("AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken", null)]
    [InlineData("AmazonEC2ContainerRegistry_V20150921.BatchGetImage", null)]
    [InlineData("AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability", null)]
    [InlineData("AmazonEC2ContainerRegistry_V20150921.BatchDeleteImage", "BatchDeleteImage")]
    [InlineData("AmazonSSM.SendCommand", "SendCommand")]
    [InlineData("AmazonSSM.GetCommandInvocation", null)]
    [InlineData("AppRunner.UpdateService", "UpdateService")]
    [InlineData("Logs_20140328.FilterLogEvents", null)]
    public async Task What_speaks_JSON_is_told_by_its_operation(string target, string? name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:4566/") { Content = new StringContent("{}") };
        request.Headers.Add("X-Amz-Target", target);

        (await WriteRequest.DescribeAsync(request, default)).ShouldBe(name);
    }

    [Theory]
    [InlineData("Action=DescribeTargetHealth&Version=2015-12-01", null)]
    [InlineData("Action=GetCallerIdentity&Version=2011-06-15", null)]
    [InlineData("Version=2015-12-01&Action=ModifyTargetGroup", "ModifyTargetGroup")]
    public async Task What_speaks_the_query_protocol_is_told_by_its_action_and_sent_whole(string body, string? name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:4566/")
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8")),
        };

        (await WriteRequest.DescribeAsync(request, default)).ShouldBe(name);
        (await request.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    /// <summary>What is not known to read writes.</summary>
    [Fact]
    public async Task A_post_that_says_nothing_of_itself_writes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:4566/anything") { Content = new StringContent("{}") };

        (await WriteRequest.DescribeAsync(request, default)).ShouldBe("POST /anything");
    }

    [Theory]
    [InlineData("StopTask", true)]
    [InlineData("CancelCommand", true)]
    [InlineData("UpdateService", false)]
    [InlineData("PUT /shop-site/Stop.html", false)]
    public void What_stops_something_is_told_from_what_begins_something(string described, bool isStop) => WriteRequest.IsStop(described).ShouldBe(isStop);
}
