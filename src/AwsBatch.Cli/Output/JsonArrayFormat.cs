using System.Buffers;

namespace AwsBatch.Cli.Output;

/// <summary>One array of all records, each on its line.</summary>
internal sealed class JsonArrayFormat : IRecordFormat
{
    private bool hasRecords;

    public void Begin(IBufferWriter<byte> output) => output.Write("["u8);

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> record)
    {
        output.Write(hasRecords ? ",\n"u8 : "\n"u8);
        output.Write(record);
        hasRecords = true;
    }

    public void End(IBufferWriter<byte> output) => output.Write(hasRecords ? "\n]\n"u8 : "]\n"u8);
}
