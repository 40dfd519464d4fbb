using System.Globalization;
using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

/// <summary>How instances look in answers.</summary>
internal static class InstanceXml
{
    public static void Begin(this XmlWriter xml, Reservation reservation, string account)
    {
        xml.WriteElementString("reservationId", reservation.Id);
        xml.WriteElementString("ownerId", account);
        xml.WriteStartElement("groupSet");
        xml.WriteEndElement();
        xml.WriteStartElement("instancesSet");
    }

    public static void Write(this XmlWriter xml, Instance instance, InstanceState state, string region)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("instanceId", instance.Id);
        xml.WriteElementString("imageId", instance.ImageId);
        xml.WriteState("instanceState", state);
        xml.WriteElementString("instanceType", instance.Type);
        var launchIndex = instance.Number - instance.Reservation.Instances[0].Number;
        xml.WriteElementString("amiLaunchIndex", launchIndex.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("launchTime", Iso8601.Format(instance.Launched));
        xml.WriteStartElement("placement");
        xml.WriteElementString("availabilityZone", region + "a");
        xml.WriteElementString("tenancy", "default");
        xml.WriteEndElement();
        xml.WriteElementString("architecture", "x86_64");
        xml.WriteElementString("privateIpAddress", PrivateAddress(instance.Number));
        xml.WriteStartElement("tagSet");
        foreach (var (key, value) in instance.Tags)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("key", key);
            xml.WriteElementString("value", value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void WriteState(this XmlWriter xml, string name, InstanceState state)
    {
        xml.WriteStartElement(name);
        xml.WriteElementString("code", state.Code.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("name", state.Name);
        xml.WriteEndElement();
    }

    private static string PrivateAddress(int number) => string.Create(
        CultureInfo.InvariantCulture, $"10.{(number >> 16) & 0xFF}.{(number >> 8) & 0xFF}.{number & 0xFF}");
}
