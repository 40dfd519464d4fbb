using System.Text;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes code with line feeds and the indentation of the block it stands in.</summary>
internal sealed class CodeWriter
{
    private const int Step = 4;
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes the lines of a template. Its own indentation adds to the block's.</summary>
    public void Write(string template)
    {
        foreach (var line in template.Split('\n'))
        {
            var content = line.TrimEnd('\r');
            if (content.Length > 0)
                text.Append(' ', depth * Step).Append(content);
            text.Append('\n');
        }
    }

    public void BlankLine() => text.Append('\n');

    /// <summary>Writes a block's header and opening brace; disposing the result closes it.</summary>
    public Block Open(string header)
    {
        Write(header + "\n{");
        depth++;
        return new Block(this);
    }

    public override string ToString() => text.ToString();

    public readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Write("}");
        }
    }
}
