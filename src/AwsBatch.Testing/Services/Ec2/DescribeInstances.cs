using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

internal static class DescribeInstances
{
    private const int MinPage = 5;
    private const int MaxPage = 1000;

    public static void Answer(Ec2Call call, AwsResponse response)
    {
        var ids = call.Values("InstanceId");
        var size = call.Number("MaxResults", MinPage, MaxPage);
        if (ids.Count > 0 && size is not null)
            throw Ec2Errors.InvalidParameterCombination("The parameter instancesSet cannot be used with the parameter maxResults");
        var after = call.Skipped();
        var matches = InstanceFilter.Of(call.Filters());

        var (page, more) = call.Ec2.Locked(all => ids.Count > 0
            ? (call.Ec2.Find(ids).FindAll(matches), false)
            : Page(all, after, matches, size ?? int.MaxValue));

        using var xml = call.Open(response);
        xml.WriteStartElement("reservationSet");
        foreach (var reservation in page.GroupBy(instance => instance.Reservation.Id))
        {
            xml.WriteStartElement("item");
            xml.Begin(reservation.First().Reservation, call.Ec2.Account.Id);
            foreach (var instance in reservation)
                xml.Write(instance, instance.State, call.Ec2.Account.Region);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        if (more)
            Ec2Call.WriteNextToken(xml, page[^1].Number);
    }

    // Numbers rise by one from 1 in launch order, so the number of the last one seen is the index of the next.
    private static (List<Instance> Page, bool More) Page(IReadOnlyList<Instance> all, int after, Predicate<Instance> matches, int size)
    {
        var page = new List<Instance>();
        for (var i = after; i < all.Count; i++)
        {
            if (!matches(all[i]))
                continue;
            if (page.Count == size)
                return (page, true);
            page.Add(all[i]);
        }
        return (page, false);
    }
}
