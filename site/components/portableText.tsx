import type {PortableTextTypeComponentProps} from '@portabletext/react'
import type {ComponentType} from 'react'
import type {BlockObject} from '../content.ts'
import {ButtonLinks} from './blocks/ButtonLinks.tsx'
import {Callout} from './blocks/Callout.tsx'
import {CodeBlock} from './blocks/CodeBlock.tsx'
import {Embed} from './blocks/Embed.tsx'
import {Figure} from './blocks/Figure.tsx'
import {FootnoteAside} from './blocks/FootnoteAside.tsx'
import {ShortcodeBlock} from './blocks/ShortcodeBlock.tsx'
import {Table} from './blocks/Table.tsx'
import {BlockHtml, BlockMarkdown} from './Html.tsx'
import {Tex} from './Tex.tsx'
import {textComponents} from './textComponents.tsx'

type BlockComponents = {
  [T in BlockObject['_type']]: ComponentType<PortableTextTypeComponentProps<Extract<BlockObject, {_type: T}>>>
}

const blockTypes = {
  button: ButtonLinks,
  callout: Callout,
  codeBlock: CodeBlock,
  divider: () => <hr />,
  embed: Embed,
  figure: Figure,
  footnote: FootnoteAside,
  mathBlock: ({value}) => (
    <div className="math">
      <Tex tex={value.tex ?? ''} display />
    </div>
  ),
  rawHtml: ({value}) => <BlockHtml html={value.html ?? ''} />,
  rawMarkdown: ({value}) => (
    <BlockMarkdown markdown={value.markdown ?? ''} references={value.references} headings={value.headings} />
  ),
  shortcode: ShortcodeBlock,
  table: Table,
} satisfies BlockComponents

/** The one registry: a component for every block, inline object, mark, list and style of the schema. */
export const portableText = {...textComponents, types: {...textComponents.types, ...blockTypes}}
