using Amazon.Lambda;
using Amazon.Lambda.Model;
using LambdaSdk.Tests.Stub;

namespace LambdaSdk.Tests;

public class ListFunctionsTests
{
    private const string Page = """
        {
          "Functions": [
            {
              "FunctionName": "resize", "FunctionArn": "arn:aws:lambda:eu-west-1:123456789012:function:resize",
              "Runtime": "dotnet8", "Role": "arn:aws:iam::123456789012:role/resize", "Handler": "Resize::Run",
              "CodeSize": 5000000000, "Description": "", "Timeout": 30, "MemorySize": 512,
              "LastModified": "2026-01-31T10:20:30.000+0000", "CodeSha256": "c2hh", "Version": "$LATEST",
              "State": "Active", "LastUpdateStatus": "Successful", "PackageType": "Zip", "Architectures": ["arm64"],
              "Environment": { "Variables": { "MODE": "fast", "LEVEL": "3" } },
              "EphemeralStorage": { "Size": 1024 },
              "VpcConfig": { "SubnetIds": ["subnet-1", "subnet-2"], "SecurityGroupIds": [],
                             "VpcId": "vpc-1", "Ipv6AllowedForDualStack": false },
              "Layers": [{ "Arn": "arn:layer:1", "CodeSize": 42 }],
              "AddedByANewerService": { "Deep": [{ "FunctionName": "not this" }] }
            },
            { "FunctionName": "plain", "Runtime": "cobol1", "Environment": null }
          ],
          "NextMarker": "page 2"
        }
        """;

    [Fact]
    public async Task A_plain_request_gets_the_functions_path_without_a_query()
    {
        using var stub = new LambdaStub(new StubAnswer());

        await stub.Client.ListFunctionsAsync(new ListFunctionsRequest());

        Assert.Equal(HttpMethod.Get, stub.Request.Method);
        Assert.Equal("https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions", stub.Request.Uri.AbsoluteUri);
        Assert.Empty(stub.Request.Body);
    }

    [Fact]
    public async Task Every_parameter_goes_into_the_query_encoded()
    {
        using var stub = new LambdaStub(new StubAnswer());

        await stub.Client.ListFunctionsAsync(new ListFunctionsRequest
        {
            FunctionVersion = FunctionVersion.ALL,
            Marker = "a/b=c&d",
            MasterRegion = "us-east-1",
            MaxItems = 25,
        });

        Assert.Equal("?FunctionVersion=ALL&Marker=a%2Fb%3Dc%26d&MasterRegion=us-east-1&MaxItems=25", stub.Request.Query);
    }

    [Fact]
    public async Task A_request_is_signed_for_lambda_in_its_region()
    {
        using var stub = new LambdaStub(new StubAnswer());

        await stub.Client.ListFunctionsAsync();

        var authorization = stub.Request.Headers["Authorization"];
        Assert.Matches(@"^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\d{8}/eu-west-1/lambda/aws4_request, ", authorization);
        Assert.Matches("SignedHeaders=.*host.*x-amz-date.*, Signature=[0-9a-f]{64}$", authorization);
        Assert.Equal("2015-03-31", stub.Request.Headers["x-amz-api-version"]);
    }

    [Fact]
    public async Task Every_member_of_a_function_is_read_and_unknown_ones_are_skipped()
    {
        using var stub = new LambdaStub(new StubAnswer(Page));

        var response = await stub.Client.ListFunctionsAsync();

        Assert.Equal("page 2", response.NextMarker);
        Assert.Equal(["resize", "plain"], response.Functions.Select(function => function.FunctionName));

        var resize = response.Functions[0];
        Assert.Equal("arn:aws:lambda:eu-west-1:123456789012:function:resize", resize.FunctionArn);
        Assert.Equal(Runtime.Dotnet8, resize.Runtime);
        Assert.Equal("arn:aws:iam::123456789012:role/resize", resize.Role);
        Assert.Equal("Resize::Run", resize.Handler);
        Assert.Equal(5_000_000_000, resize.CodeSize);
        Assert.Equal("", resize.Description);
        Assert.Equal(30, resize.Timeout);
        Assert.Equal(512, resize.MemorySize);
        Assert.Equal("2026-01-31T10:20:30.000+0000", resize.LastModified);
        Assert.Equal("c2hh", resize.CodeSha256);
        Assert.Equal("$LATEST", resize.Version);
        Assert.Equal(State.Active, resize.State);
        Assert.Equal(LastUpdateStatus.Successful, resize.LastUpdateStatus);
        Assert.Equal(PackageType.Zip, resize.PackageType);
        Assert.Equal([Architecture.Arm64.Value], resize.Architectures);
        Assert.Equal(new Dictionary<string, string> { ["MODE"] = "fast", ["LEVEL"] = "3" }, resize.Environment.Variables);
        Assert.Equal(1024, resize.EphemeralStorage.Size);
        Assert.Equal(["subnet-1", "subnet-2"], resize.VpcConfig.SubnetIds);
        Assert.Empty(resize.VpcConfig.SecurityGroupIds);
        Assert.Equal("vpc-1", resize.VpcConfig.VpcId);
        Assert.False(resize.VpcConfig.Ipv6AllowedForDualStack);
        Assert.Equal(("arn:layer:1", 42), (Assert.Single(resize.Layers).Arn, resize.Layers[0].CodeSize));
    }

    [Fact]
    public async Task What_an_answer_leaves_out_is_null()
    {
        using var stub = new LambdaStub(new StubAnswer(Page));

        var plain = (await stub.Client.ListFunctionsAsync()).Functions[1];

        Assert.Null(plain.Timeout);
        Assert.Null(plain.CodeSize);
        Assert.Null(plain.State);
        Assert.Null(plain.Environment);
        Assert.Null(plain.Architectures);
        Assert.Null(plain.Layers);
    }

    [Fact]
    public async Task A_runtime_newer_than_the_library_is_kept_by_its_value()
    {
        using var stub = new LambdaStub(new StubAnswer(Page));

        var response = await stub.Client.ListFunctionsAsync();

        Assert.Equal("cobol1", response.Functions[1].Runtime.Value);
    }

    [Fact]
    public async Task A_paginator_follows_the_markers_to_the_last_page()
    {
        using var stub = new LambdaStub(
            new StubAnswer("""{ "Functions": [{ "FunctionName": "a" }], "NextMarker": "2" }"""),
            new StubAnswer("""{ "Functions": [], "NextMarker": "3" }"""),
            new StubAnswer("""{ "Functions": [{ "FunctionName": "b" }] }"""));

        var names = new List<string>();
        await foreach (var function in stub.Client.Paginators.ListFunctions(new ListFunctionsRequest { MaxItems = 1 }).Functions)
            names.Add(function.FunctionName);

        Assert.Equal(["a", "b"], names);
        Assert.Equal(
            ["?MaxItems=1", "?Marker=2&MaxItems=1", "?Marker=3&MaxItems=1"], stub.Requests.Select(request => request.Query));
    }
}
