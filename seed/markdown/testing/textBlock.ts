import type {TextBlock} from '../types.ts'

/** A paragraph of words with marks, and what stands behind them without. */
export function textBlock(words: string, more: Partial<TextBlock> = {}, marks: string[] = [], behind = ''): TextBlock {
  return {
    _type: 'block',
    _key: 'k',
    style: 'normal',
    markDefs: [],
    children: [
      {_type: 'span', _key: 'a', text: words, marks},
      {_type: 'span', _key: 'b', text: behind, marks: []},
    ],
    ...more,
  }
}
