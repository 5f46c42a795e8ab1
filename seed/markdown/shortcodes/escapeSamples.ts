import type {MarkdownContext} from '../types.ts'

/** Writes whatever Hugo would run as a shortcode so that it shows it instead. */
export function escapeSamples(text: string): string {
  if (!text.includes('{{<') && !text.includes('{{%')) return text
  return text.replace(/(\{\{([<%]))((?:(?!\{\{[<%])[\s\S])*?)(([>%])\}\})/g, (whole, start, open, inner, end, close) =>
    (open === '<') === (close === '>') ? `${start}/*${inner}*/${end}` : whole,
  )
}

/** Whether a text has a delimiter left that is no sample: Hugo runs a shortcode there, or stops building the site. */
export function stopsHugo(text: string): boolean {
  if (!text.includes('{{<') && !text.includes('{{%')) return false
  return /\{\{[<%]/.test(text.replace(/\{\{(?:<\/\*[\s\S]*?\*\/>|%\/\*[\s\S]*?\*\/%)\}\}/g, ''))
}

/** Markdown with no delimiter of a shortcode in it. */
export function breakCalls(text: string): string {
  return text.replace(/\{\{(?=[<%])/g, '{&#123;')
}

/** A text as HTML shows it, with no delimiter of a shortcode in it. */
export function asHtml(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return escaped.replace(/\{\{(?=&lt;|%)/g, '{&#123;')
}

/** Whether code in a sentence is written as HTML: in a code span, Hugo would run something or stop. */
export function needsHtml(code: string, {inShortcode}: MarkdownContext): boolean {
  return stopsHugo(inShortcode === true ? code : escapeSamples(code))
}

/** The same in a paragraph, where Markdown and Hugo's typography read what stands between tags. */
export function asInlineHtml(text: string): string {
  const escaped = asHtml(text.replace(/\n/g, ' '))
  return escaped.replace(
    /[\\`*_[\]~^=$!"':@|]|(?<=[.w])\.|\.(?=\.)|-(?=-)/g,
    (character) => `&#${character.charCodeAt(0)};`,
  )
}
