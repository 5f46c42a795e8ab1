import {normalizeLabel} from '../parseTokens.ts'
import {isVerbatim} from '../serializeBlocks.ts'
import type {Body, ParsedBody} from '../types.ts'
import type {Match} from './matchBlocks.ts'

/**
 * The matches, with those as changed whose source names a link definition that says something else now, or is gone, or
 * new: copied, it would be read as another link, or as none.
 * @param now The blocks that will stand in the text.
 */
export function markRedefined(
  matches: readonly Match[],
  base: ParsedBody,
  source: string,
  now: Body,
): readonly Match[] {
  const [before, after] = [definitions(base.blocks), definitions(now)]
  const labels = new Set([...before.keys(), ...after.keys()].filter((label) => before.get(label) !== after.get(label)))
  if (labels.size === 0) return matches
  return matches.map((match) => {
    const span = base.spans[match.base]
    if (match.changed || span === undefined || isVerbatim(match.block)) return match
    const named = source.slice(span.start, span.end).matchAll(/\[([^[\]]+)\]/g)
    const isConcerned = [...named].some(([, label = '']) => labels.has(normalizeLabel(label)))
    return isConcerned ? {...match, changed: true} : match
  })
}

/** What each label means in raw blocks, as it is written; the first definition counts. */
function definitions(blocks: Body): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const block of blocks) {
    if (block._type !== 'rawMarkdown') continue
    for (const [, label = '', target = ''] of block.markdown.matchAll(
      /^[ \t>]*\[(?!\^)([^\]]+)\]:([^\n]*(?:\n(?![ \t>]*\[)[^\n]*)*)/gm,
    )) {
      const name = normalizeLabel(label)
      if (!found.has(name)) found.set(name, target.trim())
    }
  }
  return found
}
