const starts: ReadonlyArray<readonly [pattern: RegExp, replacement: string]> = [
  [/^(#{1,6}(?=\s|$))/, '\\$1'],
  [/^([-+*](?=\s|$))/, '\\$1'],
  [/^(-+\s*$)/, '\\$1'],
  [/^(=+\s*$)/, '\\$1'],
  [/^((?:- *){3,}$)/, '\\$1'],
  [/^(\d{1,9})([.)](?=\s|$))/, '$1\\$2'],
  [/^>/, '\\>'],
  [/^~~~/, '\\~~~'],
  [/^([:~](?=\s))/, '\\$1'],
  [/^(\{[^{}]*\}\s*$)/, '\\$1'],
]

/** Escapes what would begin another block at the start of a line of a paragraph: `#`, `-`, `1.`, `>` and the like. */
export function escapeLineStarts(text: string): string {
  if (!/^[-#+*=\d>~:{]/m.test(text)) return text
  return text
    .split('\n')
    .map((line) => {
      const rule = starts.find(([pattern]) => pattern.test(line))
      return rule === undefined ? line : line.replace(rule[0], rule[1])
    })
    .join('\n')
}
