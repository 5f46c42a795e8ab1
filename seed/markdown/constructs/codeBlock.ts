import type {Reader} from '../reading.ts'
import {asHtml, escapeSamples, stopsHugo} from '../shortcodes/escapeSamples.ts'
import {unmaskLiteral} from '../shortcodes/placeholders.ts'
import type {CodeBlock} from '../types.ts'

/** Fences with their info string (language first), mermaid and the like included, and indented code. */
export const readFence: Reader = (node, reading) => {
  const token = node.tokens[0]
  if (token === undefined) return {refused: 'code'}
  const code = unmaskLiteral(token.content.replace(/\n$/, ''), reading.units)
  const info = unmaskLiteral(token.info.trim(), reading.units)
  if (code === undefined || info === undefined) return {refused: 'shortcode inside code'}
  const [, language = '', rest = ''] = /^([^\s{]*)\s*([\s\S]*)$/.exec(info) ?? []
  const block: CodeBlock = {
    _type: 'codeBlock',
    _key: '',
    code,
    ...(language === '' ? {} : {language}),
    ...(rest === '' ? {} : {info: rest}),
    ...(token.type === 'code_block' ? {indented: true} : {}),
  }
  return [{block, lines: node.lines}]
}

export function printCodeBlock(block: CodeBlock): string {
  const code = escapeSamples(block.code)
  if (stopsHugo(code)) return printAsHtml(block)
  if (block.indented === true && block.language === undefined && canBeIndented(code)) {
    return code.replace(/(?<![^\n])(?=[^\n])/g, '    ')
  }
  const info = [block.language, block.info].filter((part) => part !== undefined && part !== '').join(' ')
  const fence = fenceFor(code, info)
  return `${fence}${info}\n${code === '' ? '' : `${code}\n`}${fence}`
}

/** A delimiter that begins no shortcode stops Hugo in a fence too, where nothing can be escaped. */
function printAsHtml({code, language}: CodeBlock): string {
  const name = language === undefined ? '' : ` class="language-${asHtml(language).replace(/"/g, '&quot;')}"`
  return `<pre><code${name}>${asHtml(code)}\n</code></pre>`
}

function canBeIndented(code: string): boolean {
  return code !== '' && !/^\s*\n|\n\s*$/.test(code) && !/^\s*$/.test(code)
}

/** Backticks, more than the code has; tildes when the info string has a backtick, which CommonMark forbids there. */
function fenceFor(code: string, info: string): string {
  const character = info.includes('`') ? '~' : '`'
  const runs: string[] = code.match(character === '`' ? /`{3,}/g : /~{3,}/g) ?? []
  return character.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
}
