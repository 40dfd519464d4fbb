using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Ssm;

public sealed class SsmTests : IAsyncLifetime, IDisposable
{
    private AwsEndpoint aws = null!;
    private AmazonSimpleSystemsManagementClient ssm = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        ssm = aws.Ssm();
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => ssm.Dispose();

    [Fact]
    public async Task A_pattern_is_refused_by_its_name_and_changes_nothing()
    {
        var put = new PutParameterRequest { Name = "a", Value = "x", Type = ParameterType.String, AllowedPattern = "y" };

        var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.PutParameterAsync(put));

        Assert.Equal("The embedded endpoint does not implement ssm:PutParameter with AllowedPattern.", error.Message);
        Assert.Null(aws.Ssm.GetParameter("a"));
    }

    [Fact]
    public async Task A_parameter_has_versions()
    {
        var put = new PutParameterRequest { Name = "/app/url", Value = "one", Type = ParameterType.String };
        Assert.Equal(1, (await ssm.PutParameterAsync(put)).Version);
        await Assert.ThrowsAsync<ParameterAlreadyExistsException>(() => ssm.PutParameterAsync(put));
        Assert.Equal(2, (await ssm.PutParameterAsync(new() { Name = "/app/url", Value = "two", Overwrite = true })).Version);

        var parameter = (await ssm.GetParameterAsync(new() { Name = "/app/url:2" })).Parameter;
        Assert.Equal(("two", ParameterType.String, ":2"), (parameter.Value, parameter.Type, parameter.Selector));
        Assert.Equal("arn:aws:ssm:us-east-1:123456789012:parameter/app/url", parameter.ARN);
        Assert.Equal("two", (await ssm.GetParameterAsync(new() { Name = parameter.ARN })).Parameter.Value);
        await Assert.ThrowsAsync<ParameterVersionNotFoundException>(() => ssm.GetParameterAsync(new() { Name = "/app/url:1" }));
    }

    [Theory]
    [InlineData("url")]
    [InlineData("/url")]
    [InlineData("/app/url")]
    public async Task A_parameter_is_read_by_its_own_arn(string name)
    {
        aws.Ssm.PutParameter(name, "x");
        var arn = (await ssm.GetParameterAsync(new() { Name = name })).Parameter.ARN;

        Assert.Equal(name, (await ssm.GetParameterAsync(new() { Name = arn })).Parameter.Name);
        Assert.Equal(name, (await ssm.GetParameterAsync(new() { Name = arn + ":1" })).Parameter.Name);
        Assert.Equal(name, Assert.Single((await ssm.GetParametersAsync(new() { Names = [arn] })).Parameters).Name);
        await Assert.ThrowsAsync<ParameterNotFoundException>(() => ssm.GetParameterAsync(new() { Name = arn + "s" }));
    }

    [Theory]
    [InlineData(true, "/app/b /c a")]
    [InlineData(false, "/c a")]
    public async Task What_has_no_slash_is_at_the_root(bool recursive, string names)
    {
        foreach (var name in new[] { "a", "/app/b", "/c" })
            aws.Ssm.PutParameter(name, "x");

        var found = await ssm.GetParametersByPathAsync(new() { Path = "/", Recursive = recursive });

        Assert.Equal(names.Split(' '), found.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public async Task A_secure_string_is_readable_with_decryption_only()
    {
        aws.Ssm.PutParameter("/app/password", "hunter2", secure: true);

        var sealedValue = (await ssm.GetParameterAsync(new() { Name = "/app/password" })).Parameter.Value;
        Assert.DoesNotContain("hunter2", sealedValue);
        Assert.Equal("hunter2", (await ssm.GetParameterAsync(new() { Name = "/app/password", WithDecryption = true })).Parameter.Value);
    }

    [Fact]
    public async Task Several_are_read_by_name_and_what_is_missing_is_named()
    {
        aws.Ssm.PutParameter("a", "1");
        aws.Ssm.PutParameter("b", "2");

        var answer = await ssm.GetParametersAsync(new() { Names = ["b", "none", "a"] });
        Assert.Equal(["b=2", "a=1"], answer.Parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"));
        Assert.Equal(["none"], answer.InvalidParameters);

        var many = new GetParametersRequest { Names = [.. Enumerable.Range(0, 11).Select(n => $"p{n}")] };
        var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.GetParametersAsync(many));
        Assert.Equal("ValidationException", error.ErrorCode);
    }

    [Theory]
    [InlineData(true, "/app/a /app/b /app/deep/c")]
    [InlineData(false, "/app/a /app/b")]
    public async Task A_path_is_read_page_by_page(bool recursive, string names)
    {
        foreach (var name in new[] { "/app/b", "/app/a", "/app/deep/c", "/apple", "/other/d" })
            aws.Ssm.PutParameter(name, "x");

        var found = new List<string>();
        var request = new GetParametersByPathRequest { Path = "/app", Recursive = recursive, MaxResults = 1 };
        do
        {
            var page = await ssm.GetParametersByPathAsync(request);
            found.AddRange(page.Parameters.Select(parameter => parameter.Name));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        Assert.Equal(names.Split(' '), found);
    }

    [Fact]
    public async Task Parameters_are_described_without_their_values_and_by_filter()
    {
        await ssm.PutParameterAsync(new() { Name = "/app/a", Value = "x,y", Type = ParameterType.StringList, Description = "two" });
        aws.Ssm.PutParameter("/app/b", "x");
        aws.Ssm.PutParameter("/web/c", "x");

        var byName = await ssm.DescribeParametersAsync(new()
        {
            ParameterFilters = [new() { Key = "Name", Option = "BeginsWith", Values = ["/app/"] }],
        });
        Assert.Equal(["/app/a", "/app/b"], byName.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("two", byName.Parameters[0].Description);

        var byType = await ssm.DescribeParametersAsync(new() { ParameterFilters = [new() { Key = "Type", Values = ["String"] }] });
        Assert.Equal(["/app/b", "/web/c"], byType.Parameters.Select(parameter => parameter.Name));
        Assert.Null((await ssm.DescribeParametersAsync(new() { MaxResults = 3 })).NextToken);

        await ssm.PutParameterAsync(new() { Name = "/app/a", Value = "z", Overwrite = true });
        Assert.Equal("two", (await ssm.DescribeParametersAsync(new())).Parameters[0].Description);
    }

    [Fact]
    public async Task A_deleted_parameter_is_gone()
    {
        aws.Ssm.PutParameter("a", "1");

        await ssm.DeleteParameterAsync(new() { Name = "a" });

        Assert.Null(aws.Ssm.GetParameter("a"));
        await Assert.ThrowsAsync<ParameterNotFoundException>(() => ssm.GetParameterAsync(new() { Name = "a" }));
        await Assert.ThrowsAsync<ParameterNotFoundException>(() => ssm.DeleteParameterAsync(new() { Name = "a" }));
    }

    [Fact]
    public async Task An_empty_value_and_a_path_without_its_first_slash_are_refused()
    {
        var put = new PutParameterRequest { Name = "a", Value = "", Type = ParameterType.String };
        var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.PutParameterAsync(put));
        Assert.Equal("ValidationException", error.ErrorCode);
        Assert.Null(aws.Ssm.GetParameter("a"));

        error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.GetParametersByPathAsync(new() { Path = "app" }));
        Assert.Equal("ValidationException", error.ErrorCode);
    }

    [Fact]
    public async Task A_value_has_its_limit_and_its_type_of_data_is_known()
    {
        var put = new PutParameterRequest { Name = "a", Value = new string('x', 4096), Type = ParameterType.String };
        await ssm.PutParameterAsync(put);

        put.Overwrite = true;
        put.Value += "x";
        var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.PutParameterAsync(put));
        Assert.Equal("ValidationException", error.ErrorCode);
        Assert.StartsWith("Standard tier parameters support a maximum parameter value of 4096 characters.", error.Message);
        put.Tier = ParameterTier.Advanced;
        await ssm.PutParameterAsync(put);
        put.DataType = "nonsense";
        error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.PutParameterAsync(put));
        Assert.Equal("The following data type is not supported: nonsense (Data type names are all lowercase.)", error.Message);
    }

    [Theory]
    [InlineData("/aws/x", "String")]
    [InlineData("a b", "String")]
    [InlineData("app/x", "String")]
    [InlineData("fine", null)]
    public async Task A_parameter_needs_a_proper_name_and_a_type(string name, string? type)
    {
        var put = new PutParameterRequest { Name = name, Value = "x", Type = type is null ? null : new ParameterType(type) };
        var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.PutParameterAsync(put));
        Assert.Equal("ValidationException", error.ErrorCode);
    }
}
