using System.Reflection;

namespace AwsBatch.Pipeline.Tests.Requests;

/// <summary>Tokens that the SDK makes up anew for each call are given, as the core gives them.</summary>
internal static class IdempotencyTokens
{
    private static readonly HashSet<string> Names =
        ["ClientToken", "ClientRequestToken", "IdempotencyToken", "CreationToken", "AcceptLanguageToken"];

    public static object Fix(object request)
    {
        foreach (var property in request.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (Names.Contains(property.Name) && property.PropertyType == typeof(string) && property.GetValue(request) is null or "")
                property.SetValue(request, "11111111-2222-3333-4444-555555555555");
        }

        return request;
    }
}
