using System.Text.RegularExpressions;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.Lambda;

namespace AwsBatch.Testing;

/// <summary>The functions of an endpoint, for set-up without HTTP. Thread-safe.</summary>
public sealed partial class EmbeddedLambda
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, LambdaFunction> functions = new(StringComparer.Ordinal);
    private readonly ServiceAccount account;

    internal EmbeddedLambda(ServiceAccount account) => this.account = account;

    /// <summary>Adds a function that gives its payload back, or replaces the one of that name.</summary>
    /// <param name="name">1 to 64 letters, digits, hyphens and underscores.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no valid name.</exception>
    public void AddFunction(string name) => AddFunction(name, static payload => payload);

    /// <summary>Adds a function, or replaces the one of that name.</summary>
    /// <param name="name">1 to 64 letters, digits, hyphens and underscores.</param>
    /// <param name="handler">Makes an invocation's JSON result from its JSON payload; what it throws is the function's error.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no valid name.</exception>
    public void AddFunction(string name, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add(name, (payload, _) => ValueTask.FromResult(handler(payload)));
    }

    /// <summary>Adds a function whose handler waits for something, or replaces the one of that name.</summary>
    /// <param name="name">1 to 64 letters, digits, hyphens and underscores.</param>
    /// <param name="handler">As in the other overload; its token is cancelled when the caller goes away.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no valid name.</exception>
    public void AddFunction(string name, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add(name, new LambdaHandler(handler));
    }

    /// <param name="nameOrArn">With a qualifier or without.</param>
    /// <param name="qualifier">Names a version or an alias, of which there is but the latest; null where the name has it, or nothing has.</param>
    /// <exception cref="Protocols.AwsErrorException">ResourceNotFoundException.</exception>
    internal LambdaFunction Find(string nameOrArn, string? qualifier)
    {
        var (name, ownQualifier) = Split(nameOrArn);
        lock (gate)
        {
            return functions.TryGetValue(name, out var function) && (qualifier ?? ownQualifier ?? Invoke.Latest) == Invoke.Latest
                ? function
                : throw LambdaErrors.FunctionNotFound(Arn(nameOrArn) + (qualifier is null ? "" : ":" + qualifier));
        }
    }

    internal LambdaFunction[] All()
    {
        lock (gate)
            return [.. functions.Values];
    }

    private void Add(string name, LambdaHandler handler)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!NamePattern().IsMatch(name))
        {
            throw new ArgumentException(
                $"'{name}' is no valid function name: 1 to 64 letters, digits, hyphens and underscores.", nameof(name));
        }
        lock (gate)
            functions[name] = new(name, Arn(name), account.Time.GetUtcNow(), handler);
    }

    private string Arn(string name) =>
        name.StartsWith("arn:", StringComparison.Ordinal) ? name : $"arn:aws:lambda:{account.Region}:{account.Id}:function:{name}";

    // NAME, NAME:QUALIFIER, ACCOUNT:function:NAME or arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]
    private static (string Name, string? Qualifier) Split(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        var at = Array.IndexOf(parts, "function") is >= 0 and var before && before + 1 < parts.Length ? before + 1 : 0;
        return (parts[at], at + 1 < parts.Length ? parts[at + 1] : null);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
