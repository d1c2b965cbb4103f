using System.Text;

namespace Nuke.Common.IO;

public static class TextTasks
{
    /// <summary>UTF-8 without a byte order mark; text that cannot be encoded is an error.</summary>
    public static UTF8Encoding UTF8NoBom => new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
