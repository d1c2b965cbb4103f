namespace Fairlead.Containers;

public enum LayerEntryKind
{
    File,
    Directory,
    SymbolicLink,
}
