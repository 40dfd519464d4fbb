using System.IO.Hashing;
using System.Runtime.InteropServices;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Checkpoints;

/// <summary>
/// What runs of one input have done so far. However a run ends, the next one answers from it what was answered, runs what was
/// not, and does not repeat a change whose outcome it cannot know. Safe for concurrent use.
/// </summary>
internal sealed class Checkpoint : IDisposable
{
    private const string OutcomeUnknown = "OutcomeUnknown";

    private readonly Lock gate = new();
    private readonly CheckpointLog log;
    private readonly Dictionary<int, (ulong Fingerprint, long At, int Length, bool IsSuccess)> answered = [];
    private readonly Dictionary<int, ulong> begun = [];
    private readonly HashSet<int> begunHere = [];

    /// <param name="path">The file; made if there is none.</param>
    /// <param name="isResumed">Whether it may hold what an earlier run has done.</param>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public Checkpoint(string path, bool isResumed)
    {
        log = CheckpointLog.Open(path, Take);
        if (!isResumed && answered.Count + begun.Count > 0)
        {
            log.Dispose();
            throw new UsageException($"checkpoint '{path}' holds what an earlier run has done: go on with --resume, or remove it.");
        }
    }

    /// <summary>What an earlier run knows of a request; null if it has to be run.</summary>
    /// <exception cref="UsageException">The checkpoint is of another input.</exception>
    public KnownRecord? Find(RequestEntry entry)
    {
        lock (gate)
        {
            Check(entry);
            if (answered.TryGetValue(entry.Index, out var answer))
                return new KnownRecord(log.ReadPayload(answer.At, answer.Length), answer.IsSuccess);
            if (!begun.ContainsKey(entry.Index))
                return null;

            var record = RecordWriter.Write(entry, new Outcome
            {
                Error = FailureText.Of(
                    $"{entry.Service}:{entry.Operation}",
                    OutcomeUnknown,
                    "it was in flight when an earlier run was ended, and may have been carried out; it was not sent again. Look at the resource before you repeat it."),
                Attempts = 1,
            });
            Append(entry, EntryKind.Failed, record);
            return new KnownRecord(record, IsSuccess: false);
        }
    }

    /// <summary>Whether <see cref="Find"/> has an answer, so that nothing is sent.</summary>
    public bool Knows(RequestEntry entry) => answered.ContainsKey(entry.Index) || begun.ContainsKey(entry.Index);

    /// <summary>Whether <see cref="Find"/> answers with a failure.</summary>
    public bool HasFailed(RequestEntry entry) => Knows(entry) && !(answered.TryGetValue(entry.Index, out var answer) && answer.IsSuccess);

    /// <summary>Makes sure that an entry is the one that earlier runs had at its place.</summary>
    /// <exception cref="UsageException">The checkpoint is of another input.</exception>
    public void Check(RequestEntry entry)
    {
        var known = answered.TryGetValue(entry.Index, out var answer) ? answer.Fingerprint
            : begun.TryGetValue(entry.Index, out var fingerprint) ? fingerprint
            : (ulong?)null;
        if (known is not null && known != FingerprintOf(entry))
        {
            throw new UsageException(
                $"the checkpoint is of another input: the request on line {entry.Line} is not the one it knows at that place. Resume with the same input, or use another checkpoint.");
        }
    }

    /// <summary>Writes down that a request that changes something is about to be sent.</summary>
    public void Begin(RequestEntry entry)
    {
        lock (gate)
        {
            if (begunHere.Contains(entry.Index))
                return;
            log.Append(new EntryHead(EntryKind.Begun, entry.Index, FingerprintOf(entry), Length: 0), []);
            begunHere.Add(entry.Index);
        }
    }

    /// <summary>Writes down what became of a request.</summary>
    public void End(RequestEntry entry, byte[] record, bool isSuccess)
    {
        lock (gate)
        {
            Append(entry, isSuccess ? EntryKind.Succeeded : EntryKind.Failed, record);
            begunHere.Remove(entry.Index);
        }
    }

    public void Dispose() => log.Dispose();

    private void Append(RequestEntry entry, EntryKind kind, byte[] record) =>
        log.Append(new EntryHead(kind, entry.Index, FingerprintOf(entry), record.Length), record);

    private void Take(EntryHead head, long payload)
    {
        if (head.Kind == EntryKind.Begun)
            begun[head.Index] = head.Fingerprint;
        else
            answered[head.Index] = (head.Fingerprint, payload, head.Length, head.Kind == EntryKind.Succeeded);
    }

    private static ulong FingerprintOf(RequestEntry entry) =>
        XxHash64.HashToUInt64(CompactJson.Of(JsonMarshal.GetRawUtf8Value(entry.Given)));
}
