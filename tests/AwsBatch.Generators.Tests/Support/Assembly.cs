using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>Builds a library with its generated code, for another compilation to reference.</summary>
internal static class Assembly
{
    public static MetadataReference Build(string name, string source, params MetadataReference[] references) =>
        MetadataReference.CreateFromImage(Emit(name, source, references));

    public static byte[] Emit(string name, string source, params MetadataReference[] references)
    {
        var compilation = GeneratorTest.Compile(name, [GeneratorTest.Source(source)], [.. References.All, .. references]);
        using var image = new MemoryStream();
        var emitted = GeneratorTest.Run(compilation).Output.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return image.ToArray();
    }
}
