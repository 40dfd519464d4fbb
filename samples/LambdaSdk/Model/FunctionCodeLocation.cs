namespace Amazon.Lambda.Model;

/// <summary>Where the code of a function is.</summary>
public partial class FunctionCodeLocation
{
    /// <summary>URI of the container image.</summary>
    public string ImageUri { get; set; }

    /// <summary>URL to download the archive from, valid for 10 minutes.</summary>
    public string Location { get; set; }

    /// <summary>The service that holds the code, "S3" or "ECR".</summary>
    public string RepositoryType { get; set; }

    /// <summary>URI of the image with its digest.</summary>
    public string ResolvedImageUri { get; set; }
}
