namespace Amazon.Lambda.Model;

/// <summary>Environment of a function.</summary>
public partial class EnvironmentResponse
{
    /// <summary>Why the variables could not be read.</summary>
    public EnvironmentError Error { get; set; }

    /// <summary>The variables.</summary>
    public Dictionary<string, string> Variables { get; set; }
}
