namespace Amazon.Lambda.Model;

/// <summary>A layer of a function.</summary>
public partial class Layer
{
    /// <summary>ARN of the layer's version.</summary>
    public string Arn { get; set; }

    /// <summary>Size in bytes.</summary>
    public long? CodeSize { get; set; }

    /// <summary>ARN of the signing job.</summary>
    public string SigningJobArn { get; set; }

    /// <summary>ARN of the signing profile's version.</summary>
    public string SigningProfileVersionArn { get; set; }
}
