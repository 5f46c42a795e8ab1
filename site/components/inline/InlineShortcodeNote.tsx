import type {InlineShortcode} from '../../content.ts'
import {useSite} from '../SiteContext.tsx'

/** A shortcode inside a sentence, shown as its source. */
export function InlineShortcodeNote({value}: {value: InlineShortcode}) {
  const {words} = useSite()
  return (
    <code className="shortcode" title={words.shortcode(value.name ?? '')}>
      {value.source}
    </code>
  )
}
