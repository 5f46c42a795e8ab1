import {canonicalJson} from '../values/canonicalJson.ts'
import {fromBlock} from './inline/fromBlock.ts'
import {textMeaning} from './inline/textMeaning.ts'
import type {BodyBlock, TextBlock} from './types.ts'

/** Fields of images that live in the lake only. */
const lakeFields: ReadonlySet<string> = new Set(['_key', 'asset', 'hotspot', 'crop'])

/** What a block says in Markdown, whatever its keys, the order of its marks and the assets behind its images. */
export function blockMeaning(block: BodyBlock): string {
  return canonicalJson(meaningOf(block))
}

function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaningOf)
  if (typeof value !== 'object' || value === null) return value
  if (isTextBlock(value)) return textBlockMeaning(value)
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (lakeFields.has(name) ? [] : [[name, meaningOf(member)]])),
  )
}

function isTextBlock(value: object): value is TextBlock {
  return '_type' in value && value._type === 'block'
}

function textBlockMeaning(block: TextBlock): unknown {
  const list = block.listItem === undefined ? [] : [block.listItem, block.level ?? 1]
  return [block.style ?? 'normal', ...list, textMeaning(fromBlock(block))]
}
