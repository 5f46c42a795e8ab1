import type {
  PortableTextComponentProps,
  PortableTextListComponent,
  PortableTextTypeComponentProps,
} from '@portabletext/react'
import type {ComponentType, ReactNode} from 'react'
import type {BlockStyle, InlineObject, ListStyle, TextBlock} from '../content.ts'
import {FootnoteLink} from './inline/FootnoteLink.tsx'
import {IconName} from './inline/IconName.tsx'
import {InlineImageView} from './inline/InlineImageView.tsx'
import {InlineShortcodeNote} from './inline/InlineShortcodeNote.tsx'
import {InlineHtmlText, InlineMarkdownText} from './Html.tsx'
import {marks} from './marks.tsx'
import {Tex} from './Tex.tsx'
import {Unknown} from './Unknown.tsx'

type InlineComponents = {
  [T in InlineObject['_type']]: ComponentType<PortableTextTypeComponentProps<Extract<InlineObject, {_type: T}>>>
}

const inlineTypes = {
  inlineMath: ({value}) => (
    <Tex tex={value.tex ?? ''} display={value.delimiter === '$$' || value.delimiter === '\\['} />
  ),
  footnoteReference: FootnoteLink,
  inlineShortcode: InlineShortcodeNote,
  inlineHtml: ({value}) => <InlineHtmlText html={value.html ?? ''} />,
  inlineImage: InlineImageView,
  icon: IconName,
  inlineMarkdown: ({value}) => <InlineMarkdownText markdown={value.markdown ?? ''} />,
} satisfies InlineComponents

const block = {
  normal: ({children}) => <p>{children}</p>,
  h1: ({children, value}) => <h1 id={value.anchor}>{children}</h1>,
  h2: ({children, value}) => <h2 id={value.anchor}>{children}</h2>,
  h3: ({children, value}) => <h3 id={value.anchor}>{children}</h3>,
  h4: ({children, value}) => <h4 id={value.anchor}>{children}</h4>,
  h5: ({children, value}) => <h5 id={value.anchor}>{children}</h5>,
  h6: ({children, value}) => <h6 id={value.anchor}>{children}</h6>,
  blockquote: ({children}) => (
    <blockquote>
      <p>{children}</p>
    </blockquote>
  ),
} satisfies Record<BlockStyle, ComponentType<PortableTextComponentProps<TextBlock>>>

const list = {
  bullet: ({children}) => <ul>{children}</ul>,
  number: ({children}) => <ol>{children}</ol>,
} satisfies Record<ListStyle, PortableTextListComponent>

const listItem = {
  bullet: ({children}) => <li>{children}</li>,
  number: ({children}) => <li>{children}</li>,
} satisfies Record<ListStyle, ComponentType<{children?: ReactNode}>>

/** Text alone: what may stand in callouts, footnotes and table cells. */
export const textComponents = {
  block,
  list,
  listItem,
  marks,
  types: inlineTypes,
  hardBreak: () => <br />,
  unknownType: ({value, isInline}: PortableTextTypeComponentProps<{_type: string}>) => (
    <Unknown type={value._type} inline={isInline} />
  ),
}
