using System.Buffers;

namespace AwsBatch.Cli.Output;

/// <summary>One record a line.</summary>
internal sealed class NdjsonFormat : IRecordFormat
{
    public void Begin(IBufferWriter<byte> output)
    {
    }

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> record)
    {
        output.Write(record);
        output.Write("\n"u8);
    }

    public void End(IBufferWriter<byte> output)
    {
    }
}
