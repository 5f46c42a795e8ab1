import {PortableText} from '@portabletext/react'
import type {ReactNode} from 'react'
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
  return (
    <CalloutBox kind={value.kind} title={value.title} folded={value.folded}>
      {value.content && <PortableText value={value.content} components={textComponents} onMissingComponent={false} />}
    </CalloutBox>
  )
}

/** The box of a callout, whatever stands in it. */
export function CalloutBox({kind, title, folded, children}: Partial<CalloutValue> & {children: ReactNode}) {
  const {words} = useSite()
  const family = families[kind?.toLowerCase() ?? ''] ?? 'note'
  const heading = title ? <InlineMarkdownText markdown={title} /> : words.callouts[family]
  const className = `callout ${family}`
  if (folded) {
    return (
      <details className={className} open={folded === 'open'}>
        <summary className="callout-title">{heading}</summary>
        {children}
      </details>
    )
  }
  return (
    <aside className={className}>
      <p className="callout-title">{heading}</p>
      {children}
    </aside>
  )
}
