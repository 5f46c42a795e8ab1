import {PortableText} from '@portabletext/react'
import type {CalloutValue} from '../../content.ts'
import type {CalloutFamily} from '../../language/strings.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {useSite} from '../SiteContext.tsx'
import {textComponents} from '../textComponents.tsx'

/** Hugo Blox's names of alerts, in families that share a colour; any other name is a note. */
const families: Record<string, CalloutFamily> = {
  note: 'note',
  abstract: 'note',
  summary: 'note',
  info: 'note',
  todo: 'note',
  example: 'note',
  tip: 'tip',
  success: 'tip',
  important: 'important',
  question: 'question',
  warning: 'warning',
  caution: 'warning',
  failure: 'danger',
  danger: 'danger',
  bug: 'danger',
  quote: 'quote',
}

export function Callout({value}: {value: CalloutValue}) {
  const {words} = useSite()
  const family = families[value.kind?.toLowerCase() ?? ''] ?? 'note'
  const title = value.title ? <InlineMarkdownText markdown={value.title} /> : words.callouts[family]
  const content = value.content && (
    <PortableText value={value.content} components={textComponents} onMissingComponent={false} />
  )
  const className = `callout ${family}`
  if (value.folded) {
    return (
      <details className={className} open={value.folded === 'open'}>
        <summary className="callout-title">{title}</summary>
        {content}
      </details>
    )
  }
  return (
    <aside className={className}>
      <p className="callout-title">{title}</p>
      {content}
    </aside>
  )
}
