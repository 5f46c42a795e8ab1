import type {
  PortableTextComponentProps,
  PortableTextListComponent,
  PortableTextTypeComponentProps,
  ReactPortableTextList,
} from '@portabletext/react'
import type {ComponentType, ReactNode} from 'react'
import type {BlockStyle, HtmlElement, InlineObject, ListStyle, Maybe, TextBlock} from '../content.ts'
import {replaceShortcodes} from '../text/replaceShortcodes.ts'
import {InlineHtmlText, InlineMarkdownText} from './Html.tsx'
import {FootnoteLink} from './inline/FootnoteLink.tsx'
import {HtmlElementView} from './inline/HtmlElementView.tsx'
import {IconName} from './inline/IconName.tsx'
import {InlineImageView} from './inline/InlineImageView.tsx'
import {InlineShortcodeView} from './inline/InlineShortcodeView.tsx'
import {marks} from './marks.tsx'
import {Tex} from './Tex.tsx'
import {Unknown} from './Unknown.tsx'

type InlineComponents = {
  [T in (InlineObject | HtmlElement)['_type']]: ComponentType<
    PortableTextTypeComponentProps<Extract<InlineObject | HtmlElement, {_type: T}>>
  >
}

const inlineTypes = {
  inlineMath: ({value}) => (
    <Tex tex={value.tex ?? ''} display={value.delimiter === '$$' || value.delimiter === '\\['} />
  ),
  footnoteReference: FootnoteLink,
  inlineShortcode: InlineShortcodeView,
  inlineHtml: ({value}) => <InlineHtmlText html={value.html ?? ''} />,
  inlineImage: InlineImageView,
  icon: IconName,
  inlineMarkdown: ({value}) =>
    taskBox(value.markdown) ?? (
      <InlineMarkdownText markdown={replaceShortcodes(value.markdown ?? '')} references={value.references} />
    ),
  listStart: () => null,
  htmlElement: HtmlElementView,
} satisfies InlineComponents

/** GFM's task list item begins with its box, shown as a sign: a reader cannot tick it. */
function taskBox(markdown: Maybe<string>): string | undefined {
  const [, state] = /^\[([ xX])\]$/.exec(markdown ?? '') ?? []
  return state && (state === ' ' ? '☐' : '☑')
}

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
  inline: ({children}) => children,
} satisfies Record<BlockStyle | 'inline', ComponentType<PortableTextComponentProps<TextBlock>>>

const list = {
  bullet: ({children}) => <ul>{children}</ul>,
  number: ({children, value}) => <ol start={startOf(value)}>{children}</ol>,
  looseBullet: ({children}) => <ul className="loose">{children}</ul>,
  looseNumber: ({children, value}) => (
    <ol className="loose" start={startOf(value)}>
      {children}
    </ol>
  ),
} satisfies Record<ListStyle, PortableTextListComponent>

/** The number that the first item of a list says the list begins with. */
function startOf({children: [first]}: ReactPortableTextList): number | undefined {
  const start = first?.children.find(({_type}) => _type === 'listStart')
  return start !== undefined && 'number' in start && typeof start.number === 'number' ? start.number : undefined
}

const item = ({children}: {children?: ReactNode}) => <li>{children}</li>
const listItem = {bullet: item, number: item, looseBullet: item, looseNumber: item} satisfies Record<
  ListStyle,
  ComponentType<{children?: ReactNode}>
>

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
