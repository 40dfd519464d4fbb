namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>The forms of values that the table of renamed members names, as <c>form</c> or <c>form:argument</c>.</summary>
internal static class ValueForms
{
    public static Shape Make(string form, Shape inner)
    {
        var parts = form.Split(':');
        var argument = parts.ElementAtOrDefault(1) ?? "";
        return parts[0] switch
        {
            "base64" => TextForms.Base64(inner),
            "decoded" => TextForms.Decoded(inner),
            "encoded" => TextForms.Encoded(inner),
            "file" => TextForms.FilePath(inner),
            "httpdate" => TextForms.HttpDate(inner),
            "key" => TextForms.EncryptionKey(inner),
            "named" => TextForms.Named(inner, argument),
            "null" => TextForms.NullIfEmpty(inner),
            "number" => TextForms.Number(inner),
            "payload" => TextForms.Payload(inner),
            "spelt" => TextForms.Spelt(inner, argument),
            "time" => TextForms.Time(inner),
            "each" => ListForms.Each(inner, argument),
            "groups" => ListForms.Each(inner, argument),
            "entries" => ListForms.Entries(inner),
            "one" => ListForms.One(inner),
            "versions" => new VersionsShape(inner, deleted: argument == "deleted"),
            "enabled" => S3Forms.Enabled(inner),
            "grants" => S3Forms.Grants(inner, argument),
            "mfa" => S3Forms.Mfa(inner),
            "tagging" => S3Forms.Tagging(inner),
            "expiration" => S3Forms.Expiration(inner),
            "flag" => S3Forms.Flag(inner),
            "present" => new PresentShape(inner, argument),
            _ => throw new InvalidOperationException($"Members.tsv names the form '{form}', which there is not."),
        };
    }
}
