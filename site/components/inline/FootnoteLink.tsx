import type {FootnoteReference} from '../../content.ts'
import {footnoteId} from '../arrangeFootnotes.ts'

/** `[1]`, linking to the note; a reference to a note that does not exist shows as it was written. */
export function FootnoteLink({value}: {value: FootnoteReference}) {
  const label = value.label ?? ''
  if (value.number === undefined) return `[^${label}]`
  return (
    <sup className="footnote-reference">
      <a id={value.anchor} href={`#${footnoteId(label)}`}>
        {value.number}
      </a>
    </sup>
  )
}
