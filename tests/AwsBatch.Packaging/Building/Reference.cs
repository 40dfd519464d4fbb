namespace AwsBatch.Packaging.Building;

/// <summary>How a consumer gets AwsBatch.</summary>
public enum Reference
{
    /// <summary>From the packed packages, as users do.</summary>
    Package,

    /// <summary>From the repository's projects, as its samples and tests do.</summary>
    Project,
}
