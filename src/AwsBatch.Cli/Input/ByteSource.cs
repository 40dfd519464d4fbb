namespace AwsBatch.Cli.Input;

/// <summary>Reads the next bytes of an input; 0 at its end.</summary>
internal delegate ValueTask<int> ByteSource(Memory<byte> buffer, CancellationToken cancellationToken);
