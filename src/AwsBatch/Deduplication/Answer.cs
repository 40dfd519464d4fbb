using Amazon.Runtime;

namespace AwsBatch.Deduplication;

/// <summary>What an operation answered, whatever its type.</summary>
internal abstract class Answer
{
    public abstract Type Type { get; }

    /// <summary>Its size as far as it tells; what does not tell is bounded by the count.</summary>
    public abstract long Bytes { get; }

    public static bool MustBeDisposed(Type type) =>
        type.IsAssignableTo(typeof(IDisposable)) || type.IsAssignableTo(typeof(IAsyncDisposable));
}

/// <summary>What an operation answered.</summary>
internal sealed class Answer<T>(T value) : Answer
{
    public T Value => value;

    public override Type Type => typeof(T);

    public override long Bytes => value switch
    {
        AmazonWebServiceResponse response => response.ContentLength,
        string text => text.Length * sizeof(char),
        byte[] bytes => bytes.Length,
        _ => 0,
    };
}
