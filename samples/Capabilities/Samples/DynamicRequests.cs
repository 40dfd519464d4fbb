using System.Text.Json;
using AwsBatch.Dynamic;

namespace Capabilities.Samples;

internal static class DynamicRequests
{
    public static async Task RunAsync(Account account)
    {
        // Members are named as the AWS CLI names them; what is wrong with a request is its item's error. A wrong name that the
        // compiler can see is the build's.
        var what = "Objekt";
        var head = DynamicRequest.Create("s3", "HeadObject", JsonElement.Parse($$"""{"Bucket":"{{Account.Bucket}}","Key":"part-0000"}"""));
        var wrong = DynamicRequest.Create("s3", "Head" + what, JsonElement.Parse("{}"));

        var results = await account.Aws.RunAsync([head, wrong]);

        var shown = DynamicResponse.ToJson(results[0].Response!);
        Console.WriteLine($"  ContentLength: {shown.GetProperty("ContentLength")}");
        Console.WriteLine($"  {results[1].Error}");
    }
}
