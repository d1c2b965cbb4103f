using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>
/// <c>/_fairlead/stacks/NAME</c>: POST plans a stack, PUT makes it what the body says, GET reads its outputs. What Terraform does
/// elsewhere; the answer carries the same outputs.
/// </summary>
internal sealed class StackEndpoint(StackProvisioner provisioner) : IControlEndpoint
{
    private readonly SemaphoreSlim _one = new(1);

    public string Name => "stacks";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AwsJson.WriteAsync(context, await AnswerAsync(context), StackJson.Default.StackAnswer);
        }
        catch (AwsServiceException exception)
        {
            await AwsJson.WriteErrorAsync(context, exception);
        }
    }

    private async Task<StackAnswer> AnswerAsync(HttpContext context)
    {
        var name = context.Request.Path.Value!["/_fairlead/stacks/".Length..];
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return provisioner.Read(name) ?? throw new AwsServiceException("NotFoundException", $"There is no stack '{name}'.", StatusCodes.Status404NotFound);
        }

        var specification = await AwsJson.ReadAsync(context, StackSpecificationJson.Default.StackSpecification);
        specification.Validate();
        if (specification.Name != name)
        {
            throw new AwsServiceException("ValidationException", $"The body describes stack '{specification.Name}', the path names '{name}'.");
        }

        if (HttpMethods.IsPost(context.Request.Method))
        {
            return provisioner.Plan(specification);
        }

        await _one.WaitAsync(context.RequestAborted);
        try
        {
            // Not cancelled by a client that went away: a stack half made is finished all the same.
            return await provisioner.ApplyAsync(specification);
        }
        finally
        {
            _one.Release();
        }
    }
}
