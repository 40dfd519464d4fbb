namespace AwsBatch.Dynamic;

/// <summary>
/// A request that cannot be made of what was written: no such service, operation or member, a value of another type, a
/// required member that is missing. Nothing is sent; it is the exception of that item's
/// <see cref="BatchErrorKind.Validation"/> error.
/// </summary>
public sealed class InvalidRequestException : ArgumentException
{
    internal InvalidRequestException(string path, string message, IReadOnlyList<string>? nearest = null)
        : base(message)
    {
        Path = path;
        NearestNames = nearest ?? [];
    }

    /// <summary>Where the mistake is, such as <c>params.Filters[0].Valuess</c>, <c>service</c> or <c>operation</c>.</summary>
    public string Path { get; }

    /// <summary>What an unknown name may have meant, nearest first; empty if none is near or no name is wrong.</summary>
    public IReadOnlyList<string> NearestNames { get; }
}
