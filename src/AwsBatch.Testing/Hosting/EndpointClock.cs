using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Hosting;

/// <summary>The clock that signatures are checked against: the machine's, because the SDK signs with that, off by as much as a test likes.</summary>
internal sealed class EndpointClock : TimeProvider
{
    private long skew;

    public TimeSpan Skew
    {
        get => new(Volatile.Read(ref skew));
        set => Volatile.Write(ref skew, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Skew;

    /// <summary>Dates an answer by this clock where the server's own date would be another.</summary>
    public void Date(IHeaderDictionary headers)
    {
        if (Skew != TimeSpan.Zero)
            headers.Date = GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
    }
}
