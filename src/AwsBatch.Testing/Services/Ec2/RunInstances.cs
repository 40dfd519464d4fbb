using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

/// <summary>Launches from any well-formed image id, the catalogue's or not, so that tests need not look one up.</summary>
internal static class RunInstances
{
    private const int MaxInstances = 1000;
    private const string DefaultType = "m1.small";

    public static void Answer(Ec2Call call, AwsResponse response)
    {
        var image = call.Required("ImageId");
        if (!ResourceId.IsOfImage(image))
            throw Ec2Errors.InvalidImageMalformed(image);
        call.Required("MinCount");
        call.Required("MaxCount");
        var min = call.Number("MinCount", 1, MaxInstances)!.Value;
        var max = call.Number("MaxCount", min, MaxInstances)!.Value;
        var launch = new LaunchRequest(max, image, call["InstanceType"] ?? DefaultType, Tags(call));
        var reservation = call.Ec2.Launch(launch, call["ClientToken"], Fingerprint(call.Parameters));

        using var xml = call.Open(response);
        xml.Begin(reservation, call.Ec2.Account.Id);
        foreach (var instance in reservation.Instances)
            xml.Write(instance, InstanceState.Pending, call.Ec2.Account.Region);
        xml.WriteEndElement();
    }

    private static KeyValuePair<string, string>[] Tags(Ec2Call call)
    {
        var tags = new List<KeyValuePair<string, string>>();
        for (var i = 1; call[$"TagSpecification.{i}.ResourceType"] is { } resource; i++)
        {
            for (var j = 1; resource == "instance" && call[$"TagSpecification.{i}.Tag.{j}.Key"] is { } key; j++)
                tags.Add(new(key, call[$"TagSpecification.{i}.Tag.{j}.Value"] ?? ""));
        }
        return [.. tags];
    }

    private static string Fingerprint(QueryParameters parameters) =>
        string.Join('\n', parameters.Pairs.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
}
