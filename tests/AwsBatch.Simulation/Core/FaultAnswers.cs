using System.Globalization;
using AwsBatch.Clients;
using AwsBatch.Tests.Retries;

namespace AwsBatch.Simulation.Core;

/// <summary>Faults as the SDK throws them.</summary>
internal static class FaultAnswers
{
    // More than AWS's threshold of four minutes.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    public static Exception Of(Fate fate, DateTimeOffset now) => fate switch
    {
        Fate.Throttle => StubAnswer.Exception(400, "ThrottlingException"),
        Fate.ServerError => StubAnswer.Exception(500, "InternalError"),
        Fate.Denial => StubAnswer.Exception(403, "AccessDenied"),
        Fate.ClockSkew => StubAnswer.Exception(
            403,
            "RequestTimeTooSkewed",
            new Dictionary<string, string> { ["Date"] = (now + Skew).ToString("r", CultureInfo.InvariantCulture) }),
        Fate.ExpiredCredentials => StubAnswer.Exception(400, "ExpiredToken"),
        Fate.ResetBeforeSend => new HttpRequestException(HttpRequestError.ConnectionError, "no connection"),
        Fate.ResetAfterSend => new ConnectionLostException("the connection ended"),
        Fate.Truncation => new HttpIOException(HttpRequestError.ResponseEnded, "the body broke off"),
        Fate.Rejection => new ArgumentException("a parameter is missing"),
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "not a fault that is answered"),
    };
}
