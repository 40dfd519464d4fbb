namespace AwsBatch.Testing.Services.Ec2;

/// <summary>One instance; only its state ever changes, under the lock of <see cref="EmbeddedEc2"/>.</summary>
internal sealed record Instance(
    string Id, int Number, Reservation Reservation, string ImageId, string Type, DateTimeOffset Launched, KeyValuePair<string, string>[] Tags)
{
    public InstanceState State { get; set; } = InstanceState.Running;
}

/// <summary>The instances launched by one call.</summary>
internal sealed record Reservation(string Id)
{
    public List<Instance> Instances { get; } = [];
}

internal sealed record InstanceState(int Code, string Name)
{
    public static readonly InstanceState Pending = new(0, "pending");
    public static readonly InstanceState Running = new(16, "running");
    public static readonly InstanceState ShuttingDown = new(32, "shutting-down");
    public static readonly InstanceState Terminated = new(48, "terminated");
}
