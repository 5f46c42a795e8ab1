import {readShortcode} from './readShortcode.ts'

/** The theme's shortcodes that show the Markdown between their tags. */
const names = new Set(['alert', 'callout', 'details', 'spoiler', 'steps'])

/**
 * The Markdown inside a shortcode that is part of its page's, so that the page's headings are counted with those in it: what
 * stands between tags with `%` (Hugo: "Shortcodes with Markdown").
 */
export function innerMarkdown(source: string): string | undefined {
  const call = source.startsWith('{{%') ? readShortcode(source) : undefined
  return call && names.has(call.name) ? call.inner : undefined
}
