using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Answers;

/// <summary>A response or an exception written out in full, so that two can be compared.</summary>
internal static class ObjectText
{
    // Where an exception was thrown differs by nature; what it holds otherwise counts.
    private static readonly HashSet<string> LeftOut =
        [nameof(Exception.StackTrace), nameof(Exception.TargetSite), nameof(Exception.Data), nameof(Exception.Source), "Response"];

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, "", []);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, string path, IReadOnlyList<object> around)
    {
        switch (value)
        {
            case null:
                Line("null");
                break;
            case string or bool or DateTime or Enum or decimal or Guid:
            case { } primitive when primitive.GetType().IsPrimitive:
                Line(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            case ConstantClass constant:
                Line(constant.Value);
                break;
            // Read as they come, and none of them goes the short way.
            case { } events when events.GetType().Name.EndsWith("EventStream", StringComparison.Ordinal):
            case Type or MemberInfo or CancellationToken or WeakReference or Delegate:
                break;
            case Stream stream:
                Line(Read(stream));
                break;
            case IDictionary map:
                Line($"{map.Count} entries");
                foreach (DictionaryEntry entry in map)
                    Write(text, entry.Value, $"{path}[{entry.Key}]", [.. around, value]);
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list)
                    Write(text, item, $"{path}[{index++}]", [.. around, value]);
                Line($"{index} items");
                break;
            default:
                WriteObject(text, value, path, around);
                break;
        }

        void Line(string content) => text.Append(path).Append(" = ").Append(content).Append('\n');
    }

    private static void WriteObject(StringBuilder text, object value, string path, IReadOnlyList<object> around)
    {
        text.Append(path).Append(": ").Append(value.GetType().FullName).Append('\n');
        if (around.Contains(value, ReferenceEqualityComparer.Instance) || around.Count > 12)
            return;

        foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetIndexParameters().Length == 0 && property.CanRead && !LeftOut.Contains(property.Name))
                Write(text, ValueOf(property, value), $"{path}.{property.Name}", [.. around, value]);
        }
    }

    private static object? ValueOf(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException!.GetType().Name;
        }
    }

    private static string Read(Stream stream)
    {
        if (!stream.CanRead)
            return "closed";

        using var copy = new MemoryStream();
        try
        {
            stream.CopyTo(copy);
        }
        catch (Exception exception)
        {
            return exception.Message;
        }

        return Convert.ToBase64String(copy.ToArray());
    }
}
