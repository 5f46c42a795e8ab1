import type {ShortcodeValue} from '../../content.ts'
import {useSite} from '../SiteContext.tsx'

/** A shortcode that only Hugo can run: what is left out, in words where it is one of the theme's, with its source behind that. */
export function ShortcodeNote({value}: {value: ShortcodeValue}) {
  const {words} = useSite()
  const name = value.name ?? ''
  const leftOut = Object.hasOwn(words.leftOut, name) ? words.leftOut[name] : undefined
  return (
    <details className="shortcode">
      <summary className="callout-title">{leftOut ?? words.shortcode(name)}</summary>
      <pre tabIndex={0}>
        <code>{value.source}</code>
      </pre>
    </details>
  )
}
