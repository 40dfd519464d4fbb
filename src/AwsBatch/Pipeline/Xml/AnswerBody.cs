using System.Buffers;

namespace AwsBatch.Pipeline.Xml;

/// <summary>The bytes of an answer, in a rented array.</summary>
internal readonly struct AnswerBody : IDisposable
{
    // Most answers fit; one that says to be larger gets as much as it says once it has shown this much.
    private const int FirstSize = 16 * 1024;

    // What is only said gets no more memory than this.
    private const int MostAtOnce = 4 * 1024 * 1024;

    private AnswerBody(byte[] array, int count) => Bytes = new(array, 0, count);

    /// <summary>What was read; not to be used any more once the body is disposed of.</summary>
    public ArraySegment<byte> Bytes { get; }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">What is read.</param>
    /// <param name="expected">How many bytes it is said to have; 0 if that is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<AnswerBody> ReadAsync(Stream stream, long expected, CancellationToken cancellationToken)
    {
        var array = ArrayPool<byte>.Shared.Rent(FirstSize);
        var count = 0;
        try
        {
            while (await stream.ReadAsync(array.AsMemory(count), cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                count += read;
                if (count == array.Length)
                    array = Grow(array, expected);
            }

            return new(array, count);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(array);
            throw;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Bytes.Array!);

    // One more than expected, for the read that finds the end.
    private static byte[] Grow(byte[] full, long expected)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(full.Length * 2L, Math.Min(expected + 1, MostAtOnce)));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
