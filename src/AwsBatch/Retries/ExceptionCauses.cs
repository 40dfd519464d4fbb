namespace AwsBatch.Retries;

/// <summary>An exception and what caused it, outermost first.</summary>
internal static class ExceptionCauses
{
    /// <summary>The outermost of a type; null if there is none.</summary>
    public static T? Find<T>(this Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
