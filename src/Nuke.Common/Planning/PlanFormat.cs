namespace Nuke.Common.Planning;

internal enum PlanFormat
{
    Text,
    Mermaid,
    Dot,
    Json,
    Html,
}
