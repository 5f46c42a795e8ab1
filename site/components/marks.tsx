import type {PortableTextMarkComponentProps} from '@portabletext/react'
import type {ComponentType} from 'react'
import type {Decorator, LinkMark} from '../content.ts'
import {SafeLink} from './SafeLink.tsx'

type MarkProps = PortableTextMarkComponentProps
type MarkComponents = Record<Decorator, ComponentType<MarkProps>> & {
  link: ComponentType<PortableTextMarkComponentProps<LinkMark>>
}

/** Every decorator and annotation of the contract. */
export const marks = {
  strong: ({children}) => <strong>{children}</strong>,
  em: ({children}) => <em>{children}</em>,
  code: ({children}) => <code>{children}</code>,
  'strike-through': ({children}) => <del>{children}</del>,
  underline: ({children}) => <u>{children}</u>,
  highlight: ({children}) => <mark>{children}</mark>,
  subscript: ({children}) => <sub>{children}</sub>,
  superscript: ({children}) => <sup>{children}</sup>,
  link: ({value, children}) => (
    <SafeLink href={value?.href} title={value?.title}>
      {children}
    </SafeLink>
  ),
} satisfies MarkComponents
