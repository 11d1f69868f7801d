import type { Drift, Located } from "../../generator/diff/findings/change.ts";
import { mixed } from "./report-samples.ts";

/** Texts with which the author of a document could attack the readers of a report. */
export const hostile: Readonly<Record<string, string>> = {
  "a script": "<script>pwned = 1</script>",
  "an image with a handler": '<img src=x onerror="pwned = 1">',
  "the end of an attribute": '"><svg onload=pwned=1>',
  "the end of an attribute in single quotes": "' onmouseover='pwned = 1",
  "the end of a title": "</title></style></script><h1>Safe</h1>",
  "an entity": "&lt;b&gt; &#60;i&#62; &commat;team",
  "a comment": "--> <!-- instantly-drift --> <!--",
  "a template": "${process.env} {{ constructor }} #{x}",
  "a link": "[click](https://evil.test) [click][ref] <https://evil.test>",
  "a link definition": "[ref]: https://evil.test",
  "a picture": "![x](https://evil.test/x.png)",
  URLs: "https://evil.test www.evil.test ftp://evil.test mail@evil.test mailto:mail@evil.test xmpp:a@b.test",
  "a URL in brackets": '(https://evil.test). "https://evil.test"',
  "a mention": "@org/team @octocat, (@org/team)",
  references: "#123 GH-123 org/repo#123 JIRA-7 CVE-2026-12345 fixes #1",
  commits: "0123456789abcdef0123456789abcdef01234567 deadbeef 1234567 org/repo@deadbeef",
  "a cell": "a | b || c |",
  "a cell after backslashes": "a \\| b \\\\| c \\",
  "a row": "a |\n| --- | --- |\n| b | c |",
  emphasis: "*a* **b** _c_ __d__ ~~e~~ <u>",
  backticks: "`a` ``b`` ``` c ` d `` e",
  "one backtick": "`",
  "backticks at the edges": "`a``b```",
  "a fence": "```\ncode\n```\n~~~",
  "a heading": "# a\n## b\nc\n===\nd\n---",
  lists: "- a\n* b\n1. c\n> d\n+ [ ] e",
  "a formula": "$x^2$ $$y$$ $`z`$",
  "emoji and math": ":smile: :tada: \\(x\\) \\[y\\]",
  "a block": "\n\n</details></table><details open>\n\n",
  "a command on its own line": "a\n::error file=x::b\r\n::add-mask::c\r::stop-commands::d",
  "a command at the start": "::add-mask::x",
  "a command after spaces": "word ::set-output name=a::b   ::error::c",
  "a command of the old form": "##[error]a ##[add-mask]b\n##[group]c",
  "percent signs": "100%0A::error::x %25 %0D%0A %3A%2C",
  properties: "a,line=1::x:y,title=z",
  "terminal escape sequences": "\u001b[2J\u001b]8;;https://evil.test\u0007x\u001b]8;;\u0007 \u009b31m \b\b\b\u007f",
  "bidirectional controls": "a\u202egnp.exe \u2066b\u2069 \u200f\u061c",
  "zero-width characters": "pass\u200bword\u200d\u2060\ufeff\u00ad\u180e\u3164\u115f",
  "tags and selectors": "a\u{e0041}\u{e0042}\ufe0f\u{e0101}",
  "unusual spaces": "a\u00a0b\u2003c\u2028d\u2029e\u0085f\vg\fh\u2800i",
  "invalid characters": "\ud800a\udfff\u0000b\ue000",
  "names of inherited properties": "__proto__ constructor toString",
  JSON: '"}], "level": "none", "x": "\\u0022 \\n',
  "an empty string": "",
  "a space": " ",
};

/** The mixed drift with one text everywhere that a document, a config or a command line controls. */
export function withText(text: string): Drift {
  const replaceText = <Each extends Located>(each: Each): Each => ({
    ...each,
    sites: [`schema ${text}: a.${text}`, text],
    ...(each.value !== undefined && { value: text }),
    before: each.before === null ? text : [text, { [text]: text }],
    after: text,
    message: `${text} was added: ${text}`,
    impact: `${text} of ${text}; no code changes needed`,
    ...(each.undeclaredConstraints && { undeclaredConstraints: [text] }),
    pointers: [`#/${text}`],
  });
  return {
    ...mixed,
    base: text,
    head: text,
    changes: mixed.changes.map(replaceText),
    ignored: mixed.ignored.map((each) => ({ ...replaceText(each), reason: text })),
    notices: [text],
  };
}
