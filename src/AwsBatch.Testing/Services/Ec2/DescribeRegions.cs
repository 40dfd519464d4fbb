using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

internal static class DescribeRegions
{
    private const string Enabled = "opt-in-not-required";
    private const string Disabled = "not-opted-in";

    private static readonly (string Name, string OptIn)[] Regions =
    [
        .. EnabledInEveryAccount.Select(static name => (Name: name, OptIn: Enabled))
            .Concat(ToBeEnabled.Select(static name => (Name: name, OptIn: Disabled)))
            .OrderBy(static region => region.Name, StringComparer.Ordinal),
    ];

    private static string[] EnabledInEveryAccount =>
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1",
        "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    private static string[] ToBeEnabled =>
    [
        "af-south-1", "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ca-west-1", "eu-central-2", "eu-south-1", "eu-south-2",
        "il-central-1", "me-central-1", "me-south-1",
    ];

    public static void Answer(Ec2Call call, AwsResponse response)
    {
        var names = call.Values("RegionName");
        if (names.Find(name => !Array.Exists(Regions, region => region.Name == name)) is { } unknown)
            throw Ec2Errors.InvalidParameterValue("RegionName", unknown);
        var filters = call.Filters().ConvertAll(filter => (Read: Property(filter.Name), filter.Accepts));
        var isAll = call["AllRegions"] == "true";

        using var xml = call.Open(response);
        xml.WriteStartElement("regionInfo");
        foreach (var (name, optIn) in Regions)
        {
            // Who names a region is told of it, enabled or not.
            var isAsked = names.Count > 0 ? names.Contains(name) : isAll || optIn == Enabled;
            if (!isAsked || filters.Exists(filter => !filter.Accepts(filter.Read(name, optIn))))
                continue;
            xml.WriteStartElement("item");
            xml.WriteElementString("regionName", name);
            xml.WriteElementString("regionEndpoint", Endpoint(name));
            xml.WriteElementString("optInStatus", optIn);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Endpoint(string region) => $"ec2.{region}.amazonaws.com";

    private static Func<string, string, string> Property(string filter) => filter switch
    {
        "region-name" => (name, _) => name,
        "endpoint" => (name, _) => Endpoint(name),
        "opt-in-status" => (_, optIn) => optIn,
        _ => throw Ec2Errors.InvalidParameterValue("Filter", filter),
    };
}
