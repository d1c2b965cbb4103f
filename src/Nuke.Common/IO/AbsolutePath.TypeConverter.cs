using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.IO;

public partial class AbsolutePath
{
    /// <summary>Makes a path of a text; a relative one is taken from the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object? value) => value switch
        {
            null => null,
            string text => PathConstruction.HasPathRoot(text) ? Create(text) : EnvironmentInfo.WorkingDirectory / text,
            _ => base.ConvertFrom(context, culture, value),
        };
    }
}
