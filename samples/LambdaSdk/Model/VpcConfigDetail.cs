namespace Amazon.Lambda.Model;

/// <summary>The VPC a function is connected to.</summary>
public partial class VpcConfigDetail
{
    /// <summary>Whether IPv6 traffic may leave.</summary>
    public bool? Ipv6AllowedForDualStack { get; set; }

    /// <summary>Security groups.</summary>
    public List<string> SecurityGroupIds { get; set; }

    /// <summary>Subnets.</summary>
    public List<string> SubnetIds { get; set; }

    /// <summary>The VPC.</summary>
    public string VpcId { get; set; }
}
