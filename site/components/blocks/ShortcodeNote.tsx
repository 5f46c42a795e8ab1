import type {ShortcodeValue} from '../../content.ts'
import {useSite} from '../SiteContext.tsx'

/** A shortcode that only Hugo can run: labelled, with its source. */
export function ShortcodeNote({value}: {value: ShortcodeValue}) {
  const {words} = useSite()
  return (
    <aside className="shortcode">
      <p className="callout-title">{words.shortcode(value.name ?? '')}</p>
      <pre tabIndex={0}>
        <code>{value.source}</code>
      </pre>
    </aside>
  )
}
