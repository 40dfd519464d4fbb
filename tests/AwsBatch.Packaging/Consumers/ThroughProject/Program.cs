namespace ThroughProject;

internal static class Program
{
    public static void Main() => Console.WriteLine(typeof(Library.ILibraryBatch));
}
