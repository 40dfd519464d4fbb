using System.Buffers;
using System.Collections;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Core;

/// <summary>The bytes a response carries besides its members: a stream, events with bytes, or a blob.</summary>
internal sealed class ResponseStream
{
    private const int AtOnce = 1 << 16;

    private readonly PropertyAccess content;

    private ResponseStream(PropertyAccess content) => this.content = content;

    /// <summary>Whether the SDK has read them already, so that JSON can show them as well.</summary>
    public bool IsInMemory => content.Type == typeof(MemoryStream);

    /// <summary>Null if a response has no bytes, or several it could be.</summary>
    public static ResponseStream? Find(Type response)
    {
        var properties = SdkType.Properties(response);
        var streams = properties.Where(static property =>
            property.PropertyType == typeof(Stream) || property.PropertyType.Name.EndsWith("EventStream", StringComparison.Ordinal));
        var content = streams.FirstOrDefault()
            ?? (properties.Where(static property => property.PropertyType == typeof(MemoryStream)).ToList() is [var only] ? only : null);
        return content is null ? null : new ResponseStream(PropertyAccess.Of(content));
    }

    /// <summary>Writes them to a file, which appears only when it is complete.</summary>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public async ValueTask SaveAsync(object response, string path, CancellationToken cancellationToken)
    {
        var file = UnfinishedFile.Open(path);
        await using (file.ConfigureAwait(false))
        {
            switch (content.Get(response))
            {
                case Stream bytes:
                    await SaveBytesAsync(bytes, file, cancellationToken).ConfigureAwait(false);
                    break;
                case IEnumerable events:
                    await SaveEventsAsync(events, file, cancellationToken).ConfigureAwait(false);
                    break;
            }

            await file.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask SaveBytesAsync(Stream bytes, UnfinishedFile file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(AtOnce);
        try
        {
            while (await bytes.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask SaveEventsAsync(IEnumerable events, UnfinishedFile file, CancellationToken cancellationToken)
    {
        foreach (var item in events)
        {
            if (item.GetType().GetProperty("Payload")?.GetValue(item) is MemoryStream payload)
                await file.WriteAsync(payload.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }
}
