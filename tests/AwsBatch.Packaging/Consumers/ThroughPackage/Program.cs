namespace ThroughPackage;

internal static class Program
{
    public static void Main() => Console.WriteLine(typeof(AwsBatch.Testing.AwsEndpoint));
}
