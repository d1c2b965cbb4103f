namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>Terraform's words for why something is done
/// (https://developer.hashicorp.com/terraform/internals/json-format#plan-representation), for people.</summary>
internal static class PlanReasons
{
    public static string Say(string reason) => reason switch
    {
        "replace_because_tainted" => "an earlier apply left it half-made (tainted)",
        "replace_because_cannot_update" => "what changes cannot be changed in place",
        "replace_by_request" => "a replacement was asked for",
        "replace_by_triggers" => "replace_triggered_by names something that changes",
        "delete_because_no_resource_config" => "it is not in the configuration any more",
        "delete_because_no_module" => "its module is not in the configuration any more",
        "delete_because_wrong_repetition" => "its resource changed between single, count and for_each",
        "delete_because_count_index" => "count is smaller than its index",
        "delete_because_each_key" => "for_each no longer has its key",
        "delete_because_no_move_target" => "it would move to a resource that is not in the configuration",
        "read_because_config_unknown" => "what it asks for is known only after apply",
        "read_because_dependency_pending" => "what it depends on changes first",
        "read_because_check_nested" => "it belongs to a check",
        _ => reason.Replace('_', ' '),
    };
}
