using Fazhi.PackageGaps.Tests.Fakes;

namespace Fazhi.PackageGaps.Tests.Responses;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(404, true)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(409, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task An_error_status_does_not_throw(int status, bool success)
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Status(status));
        var response = await Client.Of(node).GetAsync<StringResponse>("/x");

        var details = response.ApiCallDetails;
        Assert.Equal(status, details.HttpStatusCode);
        Assert.Equal(success, details.HasSuccessfulStatusCode);
        Assert.True(details.HasExpectedContentType);
        Assert.Equal("""{"error":"made up"}""", response.Body);
        Assert.Equal(success, details.OriginalException is null);
    }

    [Theory]
    [InlineData(401, PipelineFailure.BadAuthentication)]
    [InlineData(400, PipelineFailure.BadResponse)]
    [InlineData(503, PipelineFailure.BadResponse)]
    public async Task It_throws_where_that_is_asked_for(int status, PipelineFailure failure)
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Status(status));
        var transport = Client.Of(node, settings => settings.ThrowExceptions());

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.GetAsync<StringResponse>("/x"));
        Assert.Equal(failure, error.FailureReason);
        Assert.Equal(status, error.ApiCallDetails!.HttpStatusCode);
        Assert.Contains("/x", error.DebugInformation, StringComparison.Ordinal);

        var quiet = await transport.RequestAsync<StringResponse>(HttpMethod.GET, "/x", null, new RequestConfiguration { ThrowExceptions = false });
        Assert.Equal(status, quiet.ApiCallDetails.HttpStatusCode);
    }

    [Fact]
    public async Task A_node_that_is_not_there_is_no_exception_either_unless_asked_for()
    {
        var nowhere = new SingleNodePool(new Uri($"http://127.0.0.1:{FreePort.Find()}"));

        var response = await Client.Of(nowhere).GetAsync<StringResponse>("/x");
        Assert.Null(response.ApiCallDetails.HttpStatusCode);
        Assert.False(response.ApiCallDetails.HasSuccessfulStatusCode);
        Assert.IsType<HttpRequestException>(response.ApiCallDetails.OriginalException);
        Assert.Equal("", response.Body);

        var error = await Assert.ThrowsAsync<TransportException>(() => Client.Of(nowhere, settings => settings.ThrowExceptions()).GetAsync<StringResponse>("/x"));
        Assert.Equal(PipelineFailure.BadRequest, error.FailureReason);
    }

    [Fact]
    public async Task Allowed_statuses_are_successes()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Status(409));
        var transport = Client.Of(node, settings => settings.ThrowExceptions());

        foreach (var allowed in new[] { 409, -1 })
        {
            var response = await transport.RequestAsync<StringResponse>(HttpMethod.PUT, "/x", PostData.String("{}"), new RequestConfiguration { AllowedStatusCodes = [allowed] });
            Assert.True(response.ApiCallDetails.HasSuccessfulStatusCode);
        }
    }

    [Theory]
    [InlineData("application/vnd.elasticsearch+json;compatible-with=8", true)]
    [InlineData("application/vnd.elasticsearch+json; compatible-with=8", true)]
    [InlineData("application/json", true)]
    [InlineData("application/json; charset=UTF-8", true)]
    [InlineData("text/html; charset=utf-8", false)]
    [InlineData("application/vnd.elasticsearch+json;compatible-with=9", false)]
    public async Task An_answer_of_another_type_than_asked_for_fails_and_has_no_body(string type, bool expected)
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Json("body", mediaType: type));
        var response = await Client.Of(node).GetAsync<StringResponse>("/x");

        Assert.Equal(expected, response.ApiCallDetails.HasExpectedContentType);
        Assert.Equal(expected ? "body" : "", response.Body);
        Assert.Equal(expected, response.ApiCallDetails.OriginalException is null);
        Assert.Equal(WithoutBlanks(type), WithoutBlanks(response.ApiCallDetails.ResponseContentType));
    }

    [Fact]
    public async Task Every_call_is_told_of_when_it_is_over()
    {
        await using var node = await FakeNode.StartAsync();
        var told = new List<string>();
        var transport = Client.Of(node, settings => settings
            .OnRequestCompleted(details => told.Add($"{details.HttpMethod} {details.Uri!.AbsolutePath} {details.HttpStatusCode}"))
            .OnRequestCompleted(_ => told.Add("second")));

        await transport.GetAsync<VoidResponse>("/a");
        node.Answer = FakeNode.Status(500);
        await transport.DeleteAsync<VoidResponse>("/b");

        Assert.Equal(["GET /a 200", "second", "DELETE /b 500", "second"], told);
    }

    [Fact]
    public async Task Debug_information_has_no_credentials_and_no_bodies()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Status(503));
        var address = new UriBuilder(node.Address) { UserName = "someone", Password = "topsecret" }.Uri;
        AuthorizationHeader[] credentials = [new ApiKey("topsecret"), new Base64ApiKey("topsecret", "topsecret"), new BasicAuthentication("someone", "topsecret")];
        foreach (var pool in new NodePool[] { new SingleNodePool(address), new StaticNodePool([address, new Uri($"http://someone:topsecret@127.0.0.1:{FreePort.Find()}")]) })
        {
            foreach (var header in credentials)
            {
                var transport = Client.Of(pool, settings => settings.Authentication(header).ThrowExceptions());
                var error = await Assert.ThrowsAsync<TransportException>(() => transport.PostAsync<StringResponse>("/x", PostData.String("private body")));
                foreach (var text in new[] { error.DebugInformation, error.ToString(), error.ApiCallDetails!.DebugInformation, error.ApiCallDetails.ToString() })
                {
                    Assert.DoesNotContain("topsecret", text, StringComparison.Ordinal);
                    Assert.DoesNotContain("dG9wc2VjcmV0", text, StringComparison.Ordinal);
                    Assert.DoesNotContain("private body", text, StringComparison.Ordinal);
                }
            }
        }
    }

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
