using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace AwsBatch.Cli;

/// <summary>Which file is at a place: hard links are several places of one. Known on Linux alone.</summary>
internal readonly record struct FileIdentity(ulong Device, ulong Number)
{
    // Of struct statx, which is the same on every processor.
    private const int Length = 256;
    private const int NumberAt = 32;
    private const int DeviceAt = 136;

    private const int WorkingDirectory = -100;
    private const uint NumberWanted = 0x100;

    /// <summary>Null if there is no file, or it cannot be known which.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var found = new byte[Length];
        try
        {
            return Stat(WorkingDirectory, path, 0, NumberWanted, found) == 0
                ? new(BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(DeviceAt)), BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(NumberAt)))
                : null;
        }
        catch (TypeLoadException)
        {
            // A library of C from before 2018, or none by that name.
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint wanted, byte[] found);
}
