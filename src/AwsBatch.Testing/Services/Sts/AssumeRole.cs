using System.Text.RegularExpressions;
using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Sts;

internal static partial class AssumeRole
{
    private const int MinSeconds = 900;
    private const int MaxSeconds = 43_200;
    private const int DefaultSeconds = 3_600;

    public static void Answer(StsCall call, XmlWriter answer)
    {
        var role = RoleArn.Parse(call.Required("RoleArn"));
        var name = call.Required("RoleSessionName");
        if (!SessionName().IsMatch(name))
            throw StsErrors.Invalid("RoleSessionName", name, @"Member must satisfy regular expression pattern: [\w+=,.@-]{2,64}");
        var lifetime = TimeSpan.FromSeconds(call.Number("DurationSeconds", MinSeconds, MaxSeconds) ?? DefaultSeconds);

        var (credentials, expires, identity) = call.Sessions.Assume(role, name, lifetime);
        var keys = credentials.GetCredentials();
        answer.WriteStartElement("Credentials");
        answer.WriteElementString("AccessKeyId", keys.AccessKey);
        answer.WriteElementString("SecretAccessKey", keys.SecretKey);
        answer.WriteElementString("SessionToken", keys.Token);
        answer.WriteElementString("Expiration", Iso8601.Format(expires));
        answer.WriteEndElement();
        answer.WriteStartElement("AssumedRoleUser");
        answer.WriteElementString("AssumedRoleId", identity.UserId);
        answer.WriteElementString("Arn", identity.Arn);
        answer.WriteEndElement();
    }

    [GeneratedRegex(@"\A[\w+=,.@-]{2,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SessionName();
}
