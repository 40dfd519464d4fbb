namespace Amazon.Lambda.Model;

/// <summary>Configuration of a function.</summary>
public partial class FunctionConfiguration
{
    /// <summary>Instruction set, a value of <see cref="Architecture"/>.</summary>
    public List<string> Architectures { get; set; }

    /// <summary>SHA-256 of the deployment package in base64.</summary>
    public string CodeSha256 { get; set; }

    /// <summary>Size of the deployment package in bytes.</summary>
    public long? CodeSize { get; set; }

    /// <summary>Description.</summary>
    public string Description { get; set; }

    /// <summary>Environment variables; null in listings if there are none.</summary>
    public EnvironmentResponse Environment { get; set; }

    /// <summary>Size of <c>/tmp</c>.</summary>
    public EphemeralStorage EphemeralStorage { get; set; }

    /// <summary>ARN.</summary>
    public string FunctionArn { get; set; }

    /// <summary>Name.</summary>
    public string FunctionName { get; set; }

    /// <summary>Entry point.</summary>
    public string Handler { get; set; }

    /// <summary>ARN of the key that encrypts the environment variables, if not the default one.</summary>
    public string KMSKeyArn { get; set; }

    /// <summary>Last update in ISO 8601, such as "2026-01-31T10:20:30.000+0000".</summary>
    public string LastModified { get; set; }

    /// <summary>Outcome of the last update.</summary>
    public LastUpdateStatus LastUpdateStatus { get; set; }

    /// <summary>Reason of that outcome.</summary>
    public string LastUpdateStatusReason { get; set; }

    /// <summary>Layers.</summary>
    public List<Layer> Layers { get; set; }

    /// <summary>For Lambda@Edge: ARN of the function this one replicates.</summary>
    public string MasterArn { get; set; }

    /// <summary>Memory in MB, 128 to 10,240.</summary>
    public int? MemorySize { get; set; }

    /// <summary>How the code is packaged.</summary>
    public PackageType PackageType { get; set; }

    /// <summary>Revision, changes with every update.</summary>
    public string RevisionId { get; set; }

    /// <summary>ARN of the execution role.</summary>
    public string Role { get; set; }

    /// <summary>Language runtime; null for an image.</summary>
    public Runtime Runtime { get; set; }

    /// <summary>State.</summary>
    public State State { get; set; }

    /// <summary>Reason of the state.</summary>
    public string StateReason { get; set; }

    /// <summary>Longest run in seconds, 1 to 900.</summary>
    public int? Timeout { get; set; }

    /// <summary>Version, "$LATEST" if unpublished.</summary>
    public string Version { get; set; }

    /// <summary>VPC the function is connected to.</summary>
    public VpcConfigDetail VpcConfig { get; set; }
}
