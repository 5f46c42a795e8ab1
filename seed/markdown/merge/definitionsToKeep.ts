import {normalizeLabel} from '../parseTokens.ts'
import type {ParsedBody, RawMarkdown} from '../types.ts'
import type {Match} from './matchBlocks.ts'

/** Blocks of link definitions that were removed although text copied from the source still needs them. */
export function definitionsToKeep(base: ParsedBody, matches: readonly Match[]): RawMarkdown[] {
  const kept = new Set(matches.map(({base: index}) => index))
  const texts = matches.flatMap(({block}) => (block._type === 'rawMarkdown' ? [block.markdown] : []))
  const used = new Set(
    texts.flatMap((text) => [...text.matchAll(/\[([^\]]+)\](?!:)/g)].map(([, label]) => normalizeLabel(label ?? ''))),
  )
  return base.blocks.filter((block, index): block is RawMarkdown => {
    if (block._type !== 'rawMarkdown' || kept.has(index)) return false
    return [...block.markdown.matchAll(/^ {0,3}\[([^\]^]+)\]:/gm)].some(([, label]) =>
      used.has(normalizeLabel(label ?? '')),
    )
  })
}

/** A text with such blocks at its end. */
export function appendDefinitions(markdown: string, blocks: readonly RawMarkdown[], lineEnd: string): string {
  if (blocks.length === 0) return markdown
  const texts = blocks.map(({markdown: text}) => text)
  return `${markdown.trimEnd()}\n\n${texts.join('\n\n')}\n`.replace(/\r?\n/g, lineEnd)
}
