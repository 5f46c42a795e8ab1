import {PortableText} from '@portabletext/react'
import type {FootnoteValue} from '../../content.ts'
import {textComponents} from '../textComponents.tsx'

/** A footnote where it stands. In a `Body`, footnotes are collected at the end instead. */
export function FootnoteAside({value}: {value: FootnoteValue}) {
  return (
    <aside className="footnote" data-label={value.label}>
      {value.content && <PortableText value={value.content} components={textComponents} onMissingComponent={false} />}
    </aside>
  )
}
