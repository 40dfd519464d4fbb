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
        var emitted = GeneratorTest.RunUnchecked(compilation).Output.Emit(image);
        var problems = GeneratorResult.ProblemsAmong(emitted.Diagnostics);
        Assert.True(emitted.Success && problems.Count == 0, string.Join("\n", problems));
        return image.ToArray();
    }
}
