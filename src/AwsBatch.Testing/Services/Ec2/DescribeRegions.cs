using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

internal static class DescribeRegions
{
    // The regions that are enabled in every account.
    private static readonly string[] Regions =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1",
        "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    public static void Answer(Ec2Call call, AwsResponse response)
    {
        var names = call.Values("RegionName");
        if (names.Find(name => !Regions.Contains(name)) is { } unknown)
            throw Ec2Errors.InvalidParameterValue("RegionName", unknown);
        var filters = call.Filters();
        if (filters.Exists(filter => filter.Name != "region-name"))
            throw Ec2Errors.InvalidParameterValue("Filter", filters.Find(filter => filter.Name != "region-name").Name);

        using var xml = call.Open(response);
        xml.WriteStartElement("regionInfo");
        foreach (var region in Regions)
        {
            if ((names.Count > 0 && !names.Contains(region)) || filters.Exists(filter => !filter.Accepts(region)))
                continue;
            xml.WriteStartElement("item");
            xml.WriteElementString("regionName", region);
            xml.WriteElementString("regionEndpoint", $"ec2.{region}.amazonaws.com");
            xml.WriteElementString("optInStatus", "opt-in-not-required");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
