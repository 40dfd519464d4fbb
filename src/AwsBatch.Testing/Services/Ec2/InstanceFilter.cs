namespace AwsBatch.Testing.Services.Ec2;

/// <summary>The filters of DescribeInstances: all must match.</summary>
internal static class InstanceFilter
{
    private const string TagPrefix = "tag:";

    /// <exception cref="Protocols.AwsErrorException">InvalidParameterValue: a filter that is not implemented.</exception>
    public static Predicate<Instance> Of(List<(string Name, Predicate<string> Accepts)> filters)
    {
        var conditions = filters.ConvertAll(filter => (Read: Property(filter.Name), filter.Accepts));
        return instance => conditions.TrueForAll(condition => condition.Read(instance) is { } value && condition.Accepts(value));
    }

    private static Func<Instance, string?> Property(string name) => name switch
    {
        "instance-id" => instance => instance.Id,
        "instance-state-name" => instance => instance.State.Name,
        "instance-type" => instance => instance.Type,
        "image-id" => instance => instance.ImageId,
        "reservation-id" => instance => instance.Reservation.Id,
        _ when name.StartsWith(TagPrefix, StringComparison.Ordinal) => instance => Tag(instance, name[TagPrefix.Length..]),
        _ => throw Ec2Errors.InvalidParameterValue("Filter", name),
    };

    private static string? Tag(Instance instance, string key) => Array.Find(instance.Tags, tag => tag.Key == key).Value;
}
