using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>
/// What the compiler wrote into an assembly and its symbols: each type, the files that it is written in and the types that it refers to. Read from the
/// metadata and not with NetArchTest.Rules 1.3.2, which names the type that breaks a rule but not the type that it refers to, and knows no files.
/// </summary>
/// <remarks>
/// Looked at are: base types, interfaces, constraints, fields, signatures of methods, properties and events, attributes with their arguments, the
/// types of local variables, what is caught, and every type, method and field that a body names, with type arguments. Constants are the blind spot of
/// all who read assemblies; <see cref="CompiledType.Imports"/> is what is left of them.
/// </remarks>
internal sealed class CompiledAssembly
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md: documents of types that have no body of a method.
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly Dictionary<TypeDefinitionHandle, CompiledType> _types = [];
    private readonly MetadataReader _metadata;

    private CompiledAssembly(PEReader file, MetadataReader? symbols)
    {
        _metadata = file.GetMetadataReader();
        Name = _metadata.GetString(_metadata.GetAssemblyDefinition().Name);
        References = [.. _metadata.AssemblyReferences.Select(x => _metadata.GetString(_metadata.GetAssemblyReference(x).Name))];
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = Around(handle);
            Read(file, handle, type);
            if (symbols is not null)
            {
                ReadSymbols(symbols, handle, type);
            }
        }
    }

    public string Name { get; }

    /// <summary>Simple names of the assemblies that it uses something of.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>The types that are in no other.</summary>
    public IReadOnlyCollection<CompiledType> Types => _types.Values;

    /// <summary>Reads an assembly; its symbols too, where they are beside it.</summary>
    public static CompiledAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var symbols = Path.ChangeExtension(path, ".pdb");
        if (!File.Exists(symbols))
        {
            return new CompiledAssembly(file, symbols: null);
        }

        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols));
        return new CompiledAssembly(file, provider.GetMetadataReader());
    }

    private void Read(PEReader file, TypeDefinitionHandle handle, CompiledType type)
    {
        var definition = _metadata.GetTypeDefinition(handle);
        var uses = new Uses(this, type);
        uses.Type(definition.BaseType);
        uses.Attributes(definition.GetCustomAttributes());
        uses.Parameters(definition.GetGenericParameters());
        foreach (var implemented in definition.GetInterfaceImplementations().Select(_metadata.GetInterfaceImplementation))
        {
            uses.Type(implemented.Interface);
        }

        foreach (var field in definition.GetFields().Select(_metadata.GetFieldDefinition))
        {
            field.DecodeSignature(uses, null);
            uses.Attributes(field.GetCustomAttributes());
        }

        foreach (var property in definition.GetProperties().Select(_metadata.GetPropertyDefinition))
        {
            property.DecodeSignature(uses, null);
            uses.Attributes(property.GetCustomAttributes());
        }

        foreach (var happening in definition.GetEvents().Select(_metadata.GetEventDefinition))
        {
            uses.Type(happening.Type);
            uses.Attributes(happening.GetCustomAttributes());
        }

        foreach (var method in definition.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            method.DecodeSignature(uses, null);
            uses.Attributes(method.GetCustomAttributes());
            uses.Parameters(method.GetGenericParameters());
            foreach (var parameter in method.GetParameters().Select(_metadata.GetParameter))
            {
                uses.Attributes(parameter.GetCustomAttributes());
            }

            if (method.RelativeVirtualAddress != 0)
            {
                uses.Body(file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void ReadSymbols(MetadataReader symbols, TypeDefinitionHandle handle, CompiledType type)
    {
        var informations = symbols.GetCustomDebugInformation(handle).Select(symbols.GetCustomDebugInformation);
        foreach (var information in informations.Where(x => symbols.GetGuid(x.Kind) == TypeDefinitionDocuments))
        {
            var rows = symbols.GetBlobReader(information.Value);
            while (rows.RemainingBytes > 0)
            {
                type.WrittenIn(symbols.GetString(symbols.GetDocument(MetadataTokens.DocumentHandle(rows.ReadCompressedInteger())).Name));
            }
        }

        foreach (var method in _metadata.GetTypeDefinition(handle).GetMethods())
        {
            foreach (var point in symbols.GetMethodDebugInformation(method).GetSequencePoints())
            {
                type.WrittenIn(symbols.GetString(symbols.GetDocument(point.Document).Name));
            }

            foreach (var scope in symbols.GetLocalScopes(method).Select(symbols.GetLocalScope))
            {
                ReadImports(symbols, scope.ImportScope, type);
            }
        }
    }

    private void ReadImports(MetadataReader symbols, ImportScopeHandle handle, CompiledType type)
    {
        for (; !handle.IsNil; handle = symbols.GetImportScope(handle).Parent)
        {
            foreach (var import in symbols.GetImportScope(handle).GetImports())
            {
                switch (import.Kind)
                {
                    case ImportDefinitionKind.ImportNamespace:
                        var name = symbols.GetBlobReader(import.TargetNamespace);
                        type.Import(name.ReadUTF8(name.Length));
                        break;
                    case ImportDefinitionKind.ImportType or ImportDefinitionKind.AliasType when Named((EntityHandle)import.TargetType) is { } target:
                        type.Use(target);
                        break;
                }
            }
        }
    }

    /// <summary>The type itself, or the one that it is nested in.</summary>
    private CompiledType Around(TypeDefinitionHandle handle)
    {
        while (_metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer)
        {
            handle = outer;
        }

        if (!_types.TryGetValue(handle, out var type))
        {
            var definition = _metadata.GetTypeDefinition(handle);
            type = new CompiledType(new TypeUse(Name, _metadata.GetString(definition.Namespace), _metadata.GetString(definition.Name)));
            _types.Add(handle, type);
        }

        return type;
    }

    private TypeUse? Named(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => Around((TypeDefinitionHandle)handle).Type,
        HandleKind.TypeReference => Named((TypeReferenceHandle)handle),
        _ => null,
    };

    private TypeUse Named(TypeReferenceHandle handle)
    {
        var reference = _metadata.GetTypeReference(handle);
        return reference.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => Named((TypeReferenceHandle)reference.ResolutionScope),
            HandleKind.AssemblyReference => new TypeUse(
                _metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name),
                _metadata.GetString(reference.Namespace),
                _metadata.GetString(reference.Name)),
            _ => new TypeUse(Name, _metadata.GetString(reference.Namespace), _metadata.GetString(reference.Name)),
        };
    }

    /// <summary>Puts down what a type refers to. As a decoder of signatures it has no answer to give: what it meets, it puts down.</summary>
    private sealed class Uses(CompiledAssembly assembly, CompiledType type) : ISignatureTypeProvider<bool, object?>, ICustomAttributeTypeProvider<string>
    {
        private readonly MetadataReader _metadata = assembly._metadata;

        public void Type(EntityHandle handle)
        {
            if (handle.IsNil)
            {
                return;
            }

            if (handle.Kind == HandleKind.TypeSpecification)
            {
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
            }
            else if (assembly.Named(handle) is { } used)
            {
                type.Use(used);
            }
        }

        public void Parameters(GenericParameterHandleCollection parameters)
        {
            foreach (var parameter in parameters.Select(_metadata.GetGenericParameter))
            {
                Attributes(parameter.GetCustomAttributes());
                foreach (var constraint in parameter.GetConstraints().Select(_metadata.GetGenericParameterConstraint))
                {
                    Type(constraint.Type);
                }
            }
        }

        public void Attributes(CustomAttributeHandleCollection attributes)
        {
            foreach (var attribute in attributes.Select(_metadata.GetCustomAttribute))
            {
                Member(attribute.Constructor);
                attribute.DecodeValue(this);
            }
        }

        public void Body(MethodBodyBlock body)
        {
            if (!body.LocalSignature.IsNil)
            {
                _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null);
            }

            foreach (var region in body.ExceptionRegions)
            {
                Type(region.CatchType);
            }

            foreach (var token in MethodTokens.In(body.GetILReader()))
            {
                Member(token);
            }
        }

        private void Member(EntityHandle handle)
        {
            switch (handle.Kind)
            {
                case HandleKind.MemberReference:
                    Type(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                    break;
                case HandleKind.MethodDefinition:
                    Type(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.FieldDefinition:
                    Type(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.MethodSpecification:
                    var specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Member(specification.Method);
                    specification.DecodeSignature(this, null);
                    break;
                case HandleKind.StandaloneSignature:
                    _metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(this, null);
                    break;
                default:
                    Type(handle);
                    break;
            }
        }

        private string Described(EntityHandle handle)
        {
            Type(handle);
            return FullName(handle);
        }

        // Of a nested one, as the runtime writes it: Outer+Inner.
        private string FullName(EntityHandle handle)
        {
            var (outer, space, name) = handle.Kind == HandleKind.TypeDefinition
                ? _metadata.GetTypeDefinition((TypeDefinitionHandle)handle) is var x ? ((EntityHandle)x.GetDeclaringType(), x.Namespace, x.Name) : default
                : _metadata.GetTypeReference((TypeReferenceHandle)handle) is var y ? (y.ResolutionScope, y.Namespace, y.Name) : default;
            return outer is { IsNil: false, Kind: HandleKind.TypeDefinition or HandleKind.TypeReference } ? $"{FullName(outer)}+{_metadata.GetString(name)}"
                : space.IsNil ? _metadata.GetString(name)
                : $"{_metadata.GetString(space)}.{_metadata.GetString(name)}";
        }

        bool ISimpleTypeProvider<bool>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
            => Described(handle).Length > 0;

        bool ISimpleTypeProvider<bool>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
            => Described(handle).Length > 0;

        bool ISimpleTypeProvider<bool>.GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

        public bool GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind)
            => reader.GetTypeSpecification(handle).DecodeSignature(this, context);

        public bool GetArrayType(bool elementType, ArrayShape shape) => false;

        bool ISZArrayTypeProvider<bool>.GetSZArrayType(bool elementType) => false;

        public bool GetByReferenceType(bool elementType) => false;

        public bool GetPointerType(bool elementType) => false;

        public bool GetPinnedType(bool elementType) => false;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

        public bool GetGenericMethodParameter(object? context, int index) => false;

        public bool GetGenericTypeParameter(object? context, int index) => false;

        string ISimpleTypeProvider<string>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Described(handle);

        string ISimpleTypeProvider<string>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Described(handle);

        string ISimpleTypeProvider<string>.GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        string ISZArrayTypeProvider<string>.GetSZArrayType(string elementType) => $"{elementType}[]";

        public string GetSystemType() => "System.Type";

        public bool IsSystemType(string type) => type == "System.Type";

        /// <summary>A typeof in an attribute is the type's name with its assembly's, or without one for a type of this assembly and of the runtime.</summary>
        public string GetTypeFromSerializedName(string name)
        {
            // A null of type Type is no name.
            if (!string.IsNullOrEmpty(name))
            {
                Named(TypeName.Parse(name));
            }

            return name;
        }

        /// <summary>The value is as wide as the enumeration says, which only the assembly of the enumeration knows.</summary>
        public PrimitiveTypeCode GetUnderlyingEnumType(string type)
        {
            foreach (var definition in _metadata.TypeDefinitions.Where(x => FullName(x) == type).Select(_metadata.GetTypeDefinition))
            {
                var fields = definition.GetFields().Select(_metadata.GetFieldDefinition);
                var value = fields.Single(x => !x.Attributes.HasFlag(System.Reflection.FieldAttributes.Static));
                var blob = _metadata.GetBlobReader(value.Signature);
                blob.ReadSignatureHeader();
                return (PrimitiveTypeCode)blob.ReadSignatureTypeCode();
            }

            var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(x => x.GetType(type.Split(',')[0])).FirstOrDefault(x => x is { IsEnum: true });
            return loaded is null ? PrimitiveTypeCode.Int32 : Enum.Parse<PrimitiveTypeCode>(Enum.GetUnderlyingType(loaded).Name);
        }

        private void Named(TypeName name)
        {
            if (name.IsConstructedGenericType)
            {
                Named(name.GetGenericTypeDefinition());
                foreach (var argument in name.GetGenericArguments())
                {
                    Named(argument);
                }
            }
            else if (name.IsNested)
            {
                Named(name.DeclaringType);
            }
            else if (!name.IsSimple)
            {
                Named(name.GetElementType());
            }
            else
            {
                type.Use(new TypeUse(name.AssemblyName?.Name ?? assembly.Name, name.Namespace, name.Name));
            }
        }
    }
}
