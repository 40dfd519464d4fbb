using System.Buffers;

namespace AwsBatch.Cli.Output;

/// <summary>How records follow one another in the output. Each record comes as the JSON object it is.</summary>
internal interface IRecordFormat
{
    void Begin(IBufferWriter<byte> output);

    void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> record);

    void End(IBufferWriter<byte> output);
}
