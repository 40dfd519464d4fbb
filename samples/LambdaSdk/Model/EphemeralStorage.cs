namespace Amazon.Lambda.Model;

/// <summary>The <c>/tmp</c> folder of a function.</summary>
public partial class EphemeralStorage
{
    /// <summary>Size in MB, 512 to 10,240.</summary>
    public int? Size { get; set; }
}
