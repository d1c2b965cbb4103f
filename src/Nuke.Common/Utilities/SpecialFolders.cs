namespace Nuke.Common;

/// <summary>Folders that the operating system keeps for a purpose.</summary>
public enum SpecialFolders
{
    ApplicationData = Environment.SpecialFolder.ApplicationData,
    LocalApplicationData = Environment.SpecialFolder.LocalApplicationData,
    CommonApplicationData = Environment.SpecialFolder.CommonApplicationData,
    Windows = Environment.SpecialFolder.Windows,
    System = Environment.SpecialFolder.System,
    ProgramFiles = Environment.SpecialFolder.ProgramFiles,
    UserProfile = Environment.SpecialFolder.UserProfile,
    ProgramFilesX86 = Environment.SpecialFolder.ProgramFilesX86,
}
