import {randomKey} from '@portabletext/block-tools'
import {isArraySchemaType} from '@sanity/types'
import {useCallback} from 'react'
import {type OnPasteFn, type PortableTextInputProps, useSchema} from 'sanity'
import {blocksOfHtml} from './blocksOfHtml.ts'

/** What the editor's own clipboard has besides HTML, which it reads better itself. */
const OWN_FORMATS = ['application/x-portable-text', 'application/json']

/** The editor of a page's text: Sanity's, which takes over tables, code and pictures from word processors and web pages. */
export function BodyInput(props: PortableTextInputProps) {
  const {schemaType} = props
  const cell = useSchema().get('cellBlocks')
  const onPaste: OnPasteFn = useCallback(
    ({event: {clipboardData}}) => {
      const isOwn = OWN_FORMATS.some((format) => clipboardData.types.includes(format))
      // A picture by itself, which Sanity uploads.
      const isFile = clipboardData.files.length > 0 && clipboardData.getData('text/plain') === ''
      if (isOwn || isFile || !isArraySchemaType(cell)) return undefined
      const blocks = blocksOfHtml(clipboardData.getData('text/html'), {
        text: schemaType,
        cell,
        newKey: () => randomKey(12),
        parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html'),
      })
      return blocks === undefined ? undefined : {insert: blocks.map((block) => ({...block}))}
    },
    [schemaType, cell],
  )
  return props.renderDefault({...props, onPaste})
}
