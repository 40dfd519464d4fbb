using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

/// <summary>Terminates all the instances or, if one is unknown, none.</summary>
internal static class TerminateInstances
{
    public static void Answer(Ec2Call call, AwsResponse response)
    {
        var ids = call.Values("InstanceId");
        if (ids.Count == 0)
            throw Ec2Errors.MissingParameter("InstanceId");
        var changes = call.Ec2.Locked(_ => call.Ec2.Find(ids).ConvertAll(Terminate));

        using var xml = call.Open(response);
        xml.WriteStartElement("instancesSet");
        foreach (var (instance, previous, current) in changes)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("instanceId", instance.Id);
            xml.WriteState("currentState", current);
            xml.WriteState("previousState", previous);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static (Instance Instance, InstanceState Previous, InstanceState Current) Terminate(Instance instance)
    {
        var previous = instance.State;
        instance.State = InstanceState.Terminated;
        return (instance, previous, previous == InstanceState.Terminated ? InstanceState.Terminated : InstanceState.ShuttingDown);
    }
}
