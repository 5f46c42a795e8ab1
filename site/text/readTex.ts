const words = /\\(?:text\w*|mathrm|mathtt|operatorname\*?)\s*\{[^{}]*\}/g
const rows = /\\(?:begin|substack|cr|shortstack)(?![a-z])/i
const punctuation = /\\([!-/:-@[-`{-~])/g

/**
 * A formula without the backslashes that are Markdown's. Before the kit, Markdown read formulas too: it ate the backslash before
 * punctuation and took `_` and `*` for emphasis, so pages say `\\{` for `\{`, `\_` for `_` and `\\\\` for `\\`. No formula
 * has these otherwise, save `\_` in words and `\\` between rows.
 */
export function readTex(tex: string): string {
  const bare = tex.replaceAll(words, '')
  const escaped = /(?<!\\)\\[_*]|\\{4}/.test(bare) || (!rows.test(bare) && /\\\\[^\s\d[]/.test(bare))
  return escaped ? tex.replaceAll(punctuation, '$1') : tex
}
