import {PortableText, type PortableTextComponentProps} from '@portabletext/react'
import {Fragment} from 'react'
import type {Maybe, TextBlock} from '../content.ts'
import {arrangeText} from './arrangeText.ts'
import {textComponents} from './textComponents.tsx'

const inlineComponents = {...textComponents, block: ({children}: PortableTextComponentProps<TextBlock>) => children}

/** Text without block markup, for captions and table cells: several blocks become lines. */
export function InlineBlocks({value}: {value: Maybe<TextBlock[]>}) {
  return value?.map((block, index) => (
    <Fragment key={block._key}>
      {index > 0 && <br />}
      <PortableText value={arrangeText(block)} components={inlineComponents} onMissingComponent={false} />
    </Fragment>
  ))
}
