using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Requests;

public sealed class BatchRequestTests
{
    private static readonly BatchServiceDescriptor Service = BatchServiceDescriptor.For<IFakeService>("fake");

    [Fact]
    public void It_says_what_it_asks_for()
    {
        var operation = BatchOperation.Create<FakeRequest, string>(
            Service, "Get", static (_, _, _) => Task.FromResult(""), describe: static (request, parameters) => parameters.Add("Number", $"{request.Number}"));

        Assert.Equal("fake:Get (Number=7)", new BatchRequest<FakeRequest, string>(operation, new FakeRequest(7)).ToString());
    }

    [Fact]
    public void Without_key_parameters_it_says_its_operation()
    {
        var operation = BatchOperation.Create<FakeRequest, string>(Service, "List", static (_, _, _) => Task.FromResult(""));

        Assert.Equal("fake:List", new BatchRequest<FakeRequest, string>(operation, new FakeRequest(7)).ToString());
    }
}
