namespace Amazon.Lambda.Model;

/// <summary>Why environment variables could not be read.</summary>
public partial class EnvironmentError
{
    /// <summary>Code of the error.</summary>
    public string ErrorCode { get; set; }

    /// <summary>Message of the error.</summary>
    public string Message { get; set; }
}
