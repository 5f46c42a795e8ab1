import {readShortcode, type ShortcodeCall} from '../../text/readShortcode.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {SafeLink} from '../SafeLink.tsx'

const card = /\{\{[<%]\s*card\s[^{}]*[>%]\}\}/g

/** The theme's `card`s between the tags of `cards`, or one alone: links with a title and a line below it. Undefined without any. */
export function cardList({name, inner = ''}: ShortcodeCall, source: string) {
  const calls = (name === 'card' ? source : inner).match(card)?.flatMap((call) => readShortcode(call) ?? []) ?? []
  const cards = calls.filter(({named: {title, url}}) => title || url)
  if (cards.length === 0) return undefined
  return (
    <ul className="cards">
      {cards.map(({named: {url, title, subtitle}}, index) => (
        <li key={index}>
          <SafeLink href={url}>
            <InlineMarkdownText markdown={title || url || ''} />
          </SafeLink>
          {subtitle && (
            <p>
              <InlineMarkdownText markdown={subtitle} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
