/** A code span around any text, with as many backticks as it needs. */
export function printCodeSpan(code: string): string {
  const runs: string[] = code.match(/`+/g) ?? []
  let fence = '`'
  while (runs.includes(fence)) fence += '`'
  const padded = /^`|`$/.test(code) || (/^ .* $/s.test(code) && code.trim() !== '') ? ` ${code} ` : code
  return fence + padded + fence
}
