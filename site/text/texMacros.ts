/** Commands that a page defines for its formulas, `\R`, with what stands for each. */
export type TexMacros = Record<string, string>

const definition =
  /\\(?:(?:(?:re)?newcommand|providecommand)\*?\s*\{?\s*(?<command>\\[A-Za-z]+)\s*\}?\s*(?:\[\d\])?|def\s*(?<def>\\[A-Za-z]+)\s*(?:#\d)*|DeclareMathOperator\*?\s*\{?\s*(?<operator>\\[A-Za-z]+)\s*\}?)\s*(?=\{)/g

/** A formula without the commands that it defines, and those. Definitions with a default argument stay where they are. */
export function readMacros(tex: string): {tex: string; macros: TexMacros} {
  const macros: TexMacros = {}
  let rest = ''
  let from = 0
  for (const {0: source, index, groups = {}} of tex.matchAll(definition)) {
    const start = index + source.length
    const end = groupEnd(tex, start)
    if (index < from || end === undefined) continue
    const {command, def, operator} = groups
    const meaning = tex.slice(start + 1, end - 1)
    macros[command ?? def ?? operator ?? ''] = operator ? `\\operatorname{${meaning}}` : meaning
    rest += tex.slice(from, index)
    from = end
  }
  return {tex: rest + tex.slice(from), macros}
}

/** The commands that any of a page's formulas defines: MathJax, which the theme had before the kit, knows them in all of them. */
export function pageMacros(value: unknown): TexMacros {
  const macros: TexMacros = {}
  JSON.stringify(value, (key, part: unknown) => {
    const isTex = typeof part === 'string' && (key === 'tex' || key === 'markdown' || key === 'source')
    if (isTex && part.includes('\\')) Object.assign(macros, readMacros(part).macros)
    return part
  })
  return macros
}

/** How long a definition may be, so that many braces without an end take no time. */
const longest = 2000

/** Where a group that begins at a place ends, behind its brace. */
function groupEnd(tex: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < Math.min(tex.length, start + longest); at += 1) {
    if (tex[at] === '\\') at += 1
    else if (tex[at] === '{') depth += 1
    else if (tex[at] === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return undefined
}
