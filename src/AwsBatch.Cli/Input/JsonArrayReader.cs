using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AwsBatch.Cli.Input;

/// <summary>Reads the objects of a JSON array. The array is one document to the platform's reader, which is fed piece by piece.</summary>
internal sealed class JsonArrayReader(InputWindow window)
{
    private static readonly JsonDocumentOptions ObjectOptions = new() { MaxDepth = JsonDepth.Input };

    private const int LongestCharacter = 4;

    private readonly InputPosition begin = window.Position;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = JsonDepth.Input });
    private int index;

    // From the window's start: how far the array has been read, and where the object begins that has not ended yet.
    private int readTo;
    private int? objectStart;

    public async IAsyncEnumerable<InputValue> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            while (TryRead(out var value))
                yield return value;
            if (window.IsEnded)
                yield break;
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // False: no further object ends in what is held.
    private bool TryRead(out InputValue value)
    {
        var text = window.Bytes;
        var reader = new Utf8JsonReader(text[readTo..], window.IsEnded, state);
        try
        {
            while (reader.Read())
            {
                var at = readTo + (int)reader.TokenStartIndex;
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.StartObject)
                {
                    objectStart = at;
                }
                else if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.EndObject)
                {
                    value = Parse(text[..objectStart!.Value], text[objectStart.Value..(at + 1)]);
                    objectStart = null;
                    Advance(reader, keepFrom: at + 1);
                    return true;
                }
                else if (reader.CurrentDepth == 1 && objectStart is null)
                {
                    throw JsonMistake.NoObject(reader.TokenType, window.Position.After(text[..at]));
                }
            }
        }
        catch (JsonException) when (!window.IsEnded && text.Length - readTo - (int)reader.BytesConsumed < LongestCharacter)
        {
            // Of what cannot be read there is too little yet to say what it is.
            value = default;
            return false;
        }
        catch (JsonException exception)
        {
            throw JsonMistake.OfArray(exception, begin, reader, text, readTo);
        }

        Advance(reader, objectStart ?? readTo + (int)reader.BytesConsumed);
        value = default;
        return false;
    }

    private InputValue Parse(ReadOnlySpan<byte> before, ReadOnlySpan<byte> text)
    {
        var position = window.Position.After(before);
        InputEncoding.Check(text, position);
        return new InputValue(index++, position.Line, JsonElement.Parse(text, ObjectOptions));
    }

    // Drops what comes before a place, and so moves the places that count from the window's start.
    private void Advance(in Utf8JsonReader reader, int keepFrom)
    {
        state = reader.CurrentState;
        readTo += (int)reader.BytesConsumed - keepFrom;
        objectStart -= keepFrom;
        window.Drop(keepFrom);
    }
}
