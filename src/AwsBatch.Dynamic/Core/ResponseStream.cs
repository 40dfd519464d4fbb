using System.Collections;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Core;

/// <summary>The bytes a response carries besides its members: a stream, events with bytes, or a blob.</summary>
internal sealed class ResponseStream
{
    private const string Unfinished = ".part";

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
    public async ValueTask SaveAsync(object response, string path, CancellationToken cancellationToken)
    {
        var unfinished = path + Unfinished;
        var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            switch (content.Get(response))
            {
                case Stream bytes:
                    await bytes.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                    break;
                case IEnumerable events:
                    await SaveEventsAsync(events, file, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static async ValueTask SaveEventsAsync(IEnumerable events, FileStream file, CancellationToken cancellationToken)
    {
        foreach (var item in events)
        {
            if (item.GetType().GetProperty("Payload")?.GetValue(item) is MemoryStream payload)
                await file.WriteAsync(payload.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }
}
