using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

internal static class DescribeImages
{
    private const int MaxPage = 1000;

    public static void Answer(Ec2Call call, AwsResponse response)
    {
        var ids = call.Values("ImageId");
        if (ids.Find(id => !ResourceId.IsOfImage(id)) is { } malformed)
            throw Ec2Errors.InvalidImageMalformed(malformed);
        if (ids.Find(id => !Array.Exists(ImageCatalogue.Images, image => image.Id == id)) is { } unknown)
            throw Ec2Errors.InvalidImageNotFound(unknown);
        var owners = call.Values("Owner");
        var filters = call.Filters().ConvertAll(filter => (Read: Property(filter.Name), filter.Accepts));
        var size = call.Number("MaxResults", 1, MaxPage) ?? MaxPage;
        var after = call.Skipped();
        var ownedByAmazon = owners.Count == 0 || owners.Exists(owner => owner is ImageCatalogue.OwnerAlias or ImageCatalogue.OwnerId);

        var matches = Array.FindAll(
            ownedByAmazon ? ImageCatalogue.Images : [],
            image => (ids.Count == 0 || ids.Contains(image.Id)) && filters.TrueForAll(filter => filter.Accepts(filter.Read(image))));

        using var xml = call.Open(response);
        xml.WriteStartElement("imagesSet");
        foreach (var image in matches.Skip(after).Take(size))
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("imageId", image.Id);
            xml.WriteElementString("imageLocation", $"{ImageCatalogue.OwnerAlias}/{image.Name}");
            xml.WriteElementString("imageState", "available");
            xml.WriteElementString("imageOwnerId", ImageCatalogue.OwnerId);
            xml.WriteElementString("imageOwnerAlias", ImageCatalogue.OwnerAlias);
            xml.WriteElementString("creationDate", image.Created);
            xml.WriteElementString("isPublic", "true");
            xml.WriteElementString("architecture", image.Architecture);
            xml.WriteElementString("imageType", "machine");
            xml.WriteElementString("name", image.Name);
            xml.WriteElementString("description", image.Description);
            xml.WriteElementString("rootDeviceType", "ebs");
            xml.WriteElementString("virtualizationType", "hvm");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        if (matches.Length - size > after)
            Ec2Call.WriteNextToken(xml, after + size);
    }

    private static Func<Image, string> Property(string filter) => filter switch
    {
        "image-id" => image => image.Id,
        "name" => image => image.Name,
        "architecture" => image => image.Architecture,
        "description" => image => image.Description,
        "creation-date" => image => image.Created,
        "state" => _ => "available",
        "owner-id" => _ => ImageCatalogue.OwnerId,
        "owner-alias" => _ => ImageCatalogue.OwnerAlias,
        "is-public" => _ => "true",
        "image-type" => _ => "machine",
        "root-device-type" => _ => "ebs",
        "virtualization-type" => _ => "hvm",
        _ => throw Ec2Errors.InvalidParameterValue("Filter", filter),
    };
}
