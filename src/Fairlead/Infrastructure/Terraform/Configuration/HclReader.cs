using System.Text;

namespace Fairlead.Infrastructure.Terraform.Configuration;

/// <summary>
/// Reads the structure of Terraform's language and leaves expressions as text: enough to know what a root module asks for before terraform
/// runs. Syntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. What is not understood is skipped, because terraform
/// itself says better what is wrong with a file.
/// </summary>
internal sealed class HclReader
{
    // Blocks nest, and templates in strings; a file that goes deeper is no configuration.
    private const int Deepest = 100;

    private readonly string _text;
    private int _at;

    private HclReader(string text) => _text = text;

    /// <exception cref="HclException">Blocks or templates are nested more than a hundred deep.</exception>
    public static HclBody Read(string text) => new HclReader(text.StartsWith('\uFEFF') ? text[1..] : text).ReadBody(0);

    /// <summary>The text of a quoted string without templates; null for any other expression.</summary>
    public static string? Literal(string expression)
    {
        if (expression.Length < 2 || expression[0] != '"' || expression[^1] != '"')
        {
            return null;
        }

        var result = new StringBuilder();
        for (var i = 1; i < expression.Length - 1; i++)
        {
            var c = expression[i];
            if (c == '"' || (c is '$' or '%' && expression[i + 1] == '{'))
            {
                return null;
            }

            if (c is '$' or '%' && i + 2 < expression.Length && expression[i + 1] == c && expression[i + 2] == '{')
            {
                result.Append(c).Append('{');
                i += 2;
            }
            else if (c == '\\' && i + 1 < expression.Length - 1)
            {
                i++;
                result.Append(expression[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>Every quoted string without templates in an expression: <c>["a", { b = "c" }]</c> has two.</summary>
    public static IEnumerable<string> Literals(string expression)
    {
        var reader = new HclReader(expression);
        while (reader._at < expression.Length)
        {
            if (expression[reader._at] == '"')
            {
                var start = reader._at;
                reader.SkipString();
                if (Literal(expression[start..reader._at]) is { Length: > 0 } literal)
                {
                    yield return literal;
                }
            }
            else if (reader.AtHeredoc(out var tag))
            {
                var start = reader._at;
                reader.SkipHeredoc(tag);

                // Between the line of the word and that of its end, which an unfinished one lacks.
                foreach (var line in expression[start..reader._at].Split('\n').Skip(1).Where(x => x.Trim() != tag))
                {
                    yield return line.Trim();
                }
            }
            else if (!reader.SkipComment())
            {
                reader._at++;
            }
        }
    }

    /// <summary>A text as a quoted string without templates.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => new string(text[i], 2),
                var c => c.ToString(),
            });
        }

        return result.Append('"').ToString();
    }

    private HclBody ReadBody(int depth)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        var blocks = new List<HclBlock>();
        while (SkipSpace() && _text[_at] != '}')
        {
            if (!IsIdentifier(_text[_at]))
            {
                SkipToken();
                continue;
            }

            var name = Identifier();
            SkipBlanks();
            if (_at < _text.Length && _text[_at] == '=' && (_at + 1 == _text.Length || _text[_at + 1] != '='))
            {
                _at++;
                attributes[name] = Expression();
            }
            else if (Labels() is { } labels)
            {
                RefuseBelow(depth);
                blocks.Add(new HclBlock(name, labels, ReadBody(depth + 1)));
                _at = Math.Min(_at + 1, _text.Length);
            }
        }

        return new HclBody(attributes, blocks);
    }

    /// <summary>The labels of a block; null when no brace follows. Stands behind the brace then.</summary>
    private List<string>? Labels()
    {
        var labels = new List<string>();
        while (true)
        {
            SkipBlanks();
            if (_at >= _text.Length)
            {
                return null;
            }

            if (_text[_at] == '{')
            {
                _at++;
                return labels;
            }

            if (_text[_at] == '"')
            {
                var start = _at;
                SkipString();
                labels.Add(Literal(_text[start.._at]) ?? "");
            }
            else if (IsIdentifier(_text[_at]))
            {
                labels.Add(Identifier());
            }
            else
            {
                return null;
            }
        }
    }

    /// <summary>Up to the end of the line, or what closes the body; brackets, strings, heredocs and comments are passed over whole.</summary>
    private string Expression()
    {
        SkipBlanks();
        var result = new StringBuilder();
        var depth = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            var start = _at;
            if (depth == 0 && c is ('\n' or '\r' or '}'))
            {
                break;
            }

            if (SkipComment())
            {
                result.Append(' ');
                continue;
            }

            if (AtHeredoc(out var tag))
            {
                SkipHeredoc(tag);
            }
            else if (c == '"')
            {
                SkipString();
            }
            else
            {
                depth += c is '{' or '[' or '(' ? 1 : c is '}' or ']' or ')' ? -1 : 0;
                _at++;
            }

            result.Append(_text, start, _at - start);
        }

        return result.ToString().Trim();
    }

    /// <summary>False at the end of the text.</summary>
    private bool SkipSpace()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == ',' || SkipComment()))
        {
            if (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == ','))
            {
                _at++;
            }
        }

        return _at < _text.Length;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipToken()
    {
        if (_text[_at] == '"')
        {
            SkipString();
        }
        else
        {
            _at++;
        }
    }

    private bool SkipComment()
    {
        if (_text[_at] == '#' || string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
        {
            var end = _text.IndexOf('\n', _at);
            _at = end < 0 ? _text.Length : end;
            return true;
        }

        if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
        {
            var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? _text.Length : end + 2;
            return true;
        }

        return false;
    }

    /// <summary>
    /// From the opening quote to behind the closing one. A template may hold strings of its own: <c>"${f("a")}"</c>. Counted and not called; what
    /// nests deeper than anybody writes is refused.
    /// </summary>
    private void SkipString()
    {
        // The braces that are open in each template around; strings and templates take turns.
        var templates = new Stack<int>();
        var isText = true;
        _at++;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (isText && c is ('$' or '%') && _at + 1 < _text.Length && _text[_at + 1] == '{' && _text[_at - 1] != c)
            {
                _at += 2;
                RefuseBelow(templates.Count);
                templates.Push(1);
                isText = false;
                continue;
            }

            _at += isText && c == '\\' ? 2 : 1;
            if (c == '"')
            {
                if (isText && templates.Count == 0)
                {
                    break;
                }

                isText = !isText;
            }
            else if (!isText && c is ('{' or '}'))
            {
                var open = templates.Pop() + (c == '{' ? 1 : -1);
                isText = open == 0;
                if (!isText)
                {
                    templates.Push(open);
                }
            }
        }

        _at = Math.Min(_at, _text.Length);
    }

    private void RefuseBelow(int depth)
    {
        if (depth >= Deepest)
        {
            throw new HclException(_text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1, $"nests more than {Deepest} deep");
        }
    }

    // <<EOT or <<-EOT, then lines up to one that holds nothing but the word.
    private bool AtHeredoc(out string tag)
    {
        tag = "";
        if (string.CompareOrdinal(_text, _at, "<<", 0, 2) != 0)
        {
            return false;
        }

        var end = _at + 2 + (_at + 2 < _text.Length && _text[_at + 2] == '-' ? 1 : 0);
        var start = end;
        while (end < _text.Length && IsIdentifier(_text[end]))
        {
            end++;
        }

        tag = _text[start..end];
        return tag.Length > 0;
    }

    private void SkipHeredoc(string tag)
    {
        while (_at < _text.Length)
        {
            var end = _text.IndexOf('\n', _at);
            var next = end < 0 ? _text.Length : end + 1;
            var line = _text[_at..(end < 0 ? _text.Length : end)].Trim();
            if (line == tag)
            {
                // The line break belongs to the attribute, not to the heredoc.
                _at = end < 0 ? _text.Length : end;
                return;
            }

            _at = next;
        }
    }

    private string Identifier()
    {
        var start = _at;
        while (_at < _text.Length && IsIdentifier(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private static bool IsIdentifier(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
