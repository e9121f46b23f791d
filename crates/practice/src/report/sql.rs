//! Just enough reading of SQL to know its words and its parameters from what stands in quotation marks and comments.

/// A place at which the SQL names a parameter, or tries to.
pub(super) struct Mark<'s> {
    /// What it says there: `:from`, `?1`.
    pub(super) said: &'s str,
    /// The parameter's name; none, if it is not written with a colon.
    pub(super) name: Option<&'s str>,
    /// Where.
    pub(super) at: usize,
}

/// Every naming of a parameter, in order.
pub(super) fn marks(sql: &str) -> Vec<Mark<'_>> {
    let mark = |part: Part| {
        let said = &sql[part.from..part.to];
        (part.kind == Kind::Mark).then(|| Mark {
            said,
            name: said.strip_prefix(':').filter(|name| !name.is_empty()),
            at: part.from,
        })
    };
    parts(sql).into_iter().filter_map(mark).collect()
}

/// Every word outside comments, and names in double quotation marks; each with where it stands.
pub(super) fn words(sql: &str) -> Vec<(&str, usize)> {
    let word = |part: Part| match part.kind {
        Kind::Word => Some((&sql[part.from..part.to], part.from)),
        Kind::Quoted => Some((sql[part.from..part.to].trim_matches(['"', '[', ']', '`']), part.from)),
        _ => None,
    };
    parts(sql).into_iter().filter_map(word).collect()
}

/// Where something follows the semicolon that ends the first statement.
pub(super) fn second_statement(sql: &str) -> Option<usize> {
    let parts = parts(sql);
    let end = parts.iter().position(|part| part.kind == Kind::End)?;
    parts[end..].iter().find(|part| part.kind != Kind::End).map(|part| part.from)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    /// A name in quotation marks.
    Quoted,
    /// Words in single quotation marks, a number or a sign.
    Other,
    Mark,
    End,
}

struct Part {
    kind: Kind,
    from: usize,
    to: usize,
}

fn parts(sql: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(first) = sql[at..].chars().next() {
        let rest = &sql[at..];
        let (kind, length) = match first {
            _ if rest.starts_with("--") => (None, rest.find('\n').unwrap_or(rest.len())),
            _ if rest.starts_with("/*") => (None, rest.find("*/").map_or(rest.len(), |end| end + 2)),
            '\'' => (Some(Kind::Other), quoted(rest, '\'')),
            '"' | '`' => (Some(Kind::Quoted), quoted(rest, first)),
            '[' => (Some(Kind::Quoted), rest.find(']').map_or(rest.len(), |end| end + 1)),
            ':' | '@' | '$' | '?' => (Some(Kind::Mark), 1 + run(&rest[1..])),
            ';' => (Some(Kind::End), 1),
            c if c.is_alphabetic() || c == '_' => (Some(Kind::Word), run(rest)),
            c if c.is_ascii_digit() => (Some(Kind::Other), run(rest)),
            c if c.is_whitespace() => (None, c.len_utf8()),
            c => (Some(Kind::Other), c.len_utf8()),
        };
        if let Some(kind) = kind {
            parts.push(Part { kind, from: at, to: at + length });
        }
        at += length;
    }
    parts
}

/// How long what stands in quotation marks is, the marks with it; a doubled mark within is not the end.
fn quoted(rest: &str, mark: char) -> usize {
    let mut at = 1;
    while let Some(end) = rest[at..].find(mark) {
        at += end + 1;
        if !rest[at..].starts_with(mark) {
            return at;
        }
        at += 1;
    }
    rest.len()
}

/// How long the letters, digits and low lines at the start are.
fn run(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_outside_comments_and_words() {
        let sql = "SELECT 'it''s :not' -- :nor\n, \"a:b\", x FROM t /* :no */ WHERE d >= :from AND e = ?1";
        let found: Vec<_> = marks(sql).iter().map(|mark| (mark.said, mark.name)).collect();
        assert_eq!(found, [(":from", Some("from")), ("?1", None)]);
        let words: Vec<_> = words(sql).iter().map(|(word, _)| *word).collect();
        assert_eq!(words, ["SELECT", "a:b", "x", "FROM", "t", "WHERE", "d", "AND", "e"]);
    }

    #[test]
    fn a_second_statement_is_what_follows_the_first_one_s_end() {
        assert_eq!(second_statement("SELECT ';' ; -- no more\n"), None);
        assert_eq!(second_statement("SELECT 1;;"), None);
        assert_eq!(second_statement("SELECT 1; DROP TABLE x"), Some(10));
    }

    #[test]
    fn what_does_not_end_is_read_to_its_end() {
        for sql in ["SELECT 'x", "SELECT \"x", "SELECT [x", "/* x", "-- x", "SELECT é:", ""] {
            let _ = (marks(sql).len(), words(sql).len());
        }
    }
}
