using System.Text.RegularExpressions;

namespace AwsBatch.Testing.Services.Sts;

/// <summary>A role's account and its name without path.</summary>
internal sealed partial record RoleArn(string Account, string Name)
{
    /// <exception cref="Protocols.AwsErrorException">ValidationError.</exception>
    public static RoleArn Parse(string arn) => Pattern().Match(arn) is { Success: true } match
        ? new(match.Groups["account"].Value, match.Groups["name"].Value)
        : throw StsErrors.Invalid("RoleArn", arn, "Member must be the ARN of a role, such as arn:aws:iam::123456789012:role/name");

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::(?<account>\d{12}):role/(?:[^/]+/)*(?<name>[\w+=,.@-]{1,64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
