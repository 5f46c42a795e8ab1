import {createKeyMaker} from './keys.ts'
import {readPieces} from './inline/readPieces.ts'
import type {Piece} from './inline/pieces.ts'
import {printObject} from './inline/printObject.ts'
import {toBlock} from './inline/toBlock.ts'
import {parseTokens, type MarkdownEnvironment} from './parseTokens.ts'
import type {Token} from './rules/markdownIt.ts'
import {maskShortcodes} from './shortcodes/placeholders.ts'
import type {Reading} from './reading.ts'
import type {InlineBlocks, MarkdownContext} from './types.ts'

const decorators: ReadonlySet<unknown> = new Set(['strong', 'em', 'code'])

/**
 * Inline Markdown of a caption or an event's name, as `markdownify` reads it, to normal blocks with strong, em, code and
 * links. What has no place there (HTML, formulas, images) stands as its own Markdown text; the field's string is what
 * is stored, so nothing is lost by it.
 */
export function parseInline(markdown: string, context: MarkdownContext): InlineBlocks {
  const masked = maskShortcodes(markdown.replace(/\r\n?/g, '\n'))
  const environment: MarkdownEnvironment = {footnotes: new Set()}
  const tokens = parseTokens(masked.text, context.dialect, environment)
  const reading: Reading = {
    context,
    text: masked.text,
    lineStarts: [0],
    units: masked.units,
    environment,
    note: () => {},
    readInner: () => ({refused: 'inline text'}),
  }
  const key = createKeyMaker()
  return inlineTokens(tokens).map((token) => {
    const {block, identity} = toBlock(readPieces(token.children ?? [], reading).map(simplify), {style: 'normal'})
    return {...block, _key: key(identity)}
  })
}

function inlineTokens(tokens: readonly Token[]): Token[] {
  return tokens.filter(({type}) => type === 'inline')
}

function simplify({text, object, marks}: Piece): Piece {
  const kept = marks.filter((mark) => typeof mark !== 'string' || decorators.has(mark))
  return {text: object === undefined ? text : printObject(object), marks: kept}
}
