import type {BodyItem, Maybe} from '../content.ts'
import {markdownText} from '../text/markdown.ts'

interface Described {
  summary?: Maybe<string>
  abstract?: Maybe<BodyItem[]>
  body?: Maybe<BodyItem[]>
}

/** In UTF-16 units: about what search engines show. */
const longest = 200

/** What a page is about, in a sentence or two: its summary, else its abstract, else its text, as the theme chooses. */
export function description({summary, abstract, body}: Described): string {
  return shorten(summary ? markdownText(summary) : bodyText(abstract) || bodyText(body))
}

/** The words of a body's paragraphs. */
function bodyText(body: Maybe<BodyItem[]>): string {
  return (body ?? [])
    .map((item) =>
      item._type === 'block'
        ? (item.children ?? []).map((child) => (child._type === 'span' ? child.text : '')).join('')
        : '',
    )
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function shorten(text: string): string {
  if (text.length <= longest) return text
  const end = Math.max(text.lastIndexOf(' ', longest), longest / 2)
  // Not within a character that takes two units.
  return `${text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}
