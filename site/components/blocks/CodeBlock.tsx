import type {CodeBlockValue} from '../../content.ts'

/** Code as it is, its language as a class (`language-…`) for a highlighter and as a label for the reader. */
export function CodeBlock({value}: {value: CodeBlockValue}) {
  const language = value.language ?? undefined
  return (
    <pre className="code" data-language={language} tabIndex={0}>
      <code className={language && `language-${language}`}>{value.code}</code>
    </pre>
  )
}
