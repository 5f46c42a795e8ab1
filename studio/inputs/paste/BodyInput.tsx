import {randomKey} from '@portabletext/block-tools'
import {isArraySchemaType} from '@sanity/types'
import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {type OnPasteFn, type PortableTextInputProps, useClient, useSchema} from 'sanity'
import type {Say} from '../../../schemas/text/say.ts'
import {API_VERSION} from '../../config/apiVersion.ts'
import {blocksOfHtml} from './blocksOfHtml.ts'

/** What the editor's own clipboard has besides HTML, which it reads better itself. */
const OWN_FORMATS = ['application/x-portable-text', 'application/json']

/**
 * The editor of a page's text: Sanity's, which takes over tables, code and pictures from word processors and web pages.
 * A picture by itself, such as one of the screen, becomes a figure: Sanity's editor keeps the event from the part that
 * would upload it.
 */
export function bodyInput(say: Say) {
  return function BodyInput(props: PortableTextInputProps) {
    const {schemaType} = props
    const cell = useSchema().get('cellBlocks')
    const client = useClient({apiVersion: API_VERSION})
    const {push} = useToast()
    const upload = useCallback(
      async (pictures: readonly File[]) => {
        try {
          const assets = await Promise.all(
            pictures.map((file) => client.assets.upload('image', file, {filename: file.name})),
          )
          return {insert: assets.map(({_id}) => figureOf(_id))}
        } catch (error) {
          const description = error instanceof Error ? error.message : String(error)
          const title = say({ko: '그림을 올리지 못했습니다.', en: 'The picture could not be uploaded.'})
          push({status: 'error', title, description})
          return undefined
        }
      },
      [client, push],
    )
    const onPaste: OnPasteFn = useCallback(
      ({event: {clipboardData}}) => {
        if (OWN_FORMATS.some((format) => clipboardData.types.includes(format))) return undefined
        const pictures = picturesOf(clipboardData)
        if (pictures.length > 0) return upload(pictures)
        if (!isArraySchemaType(cell)) return undefined
        const blocks = blocksOfHtml(clipboardData.getData('text/html'), {
          text: schemaType,
          cell,
          newKey: () => randomKey(12),
          parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html'),
        })
        return blocks === undefined ? undefined : {insert: blocks.map((block) => ({...block}))}
      },
      [schemaType, cell, upload],
    )
    return props.renderDefault({...props, onPaste})
  }
}

/** Pictures that were copied by themselves: word processors and spreadsheets add a picture of the text that was copied. */
function picturesOf(clipboard: DataTransfer): File[] {
  if (clipboard.getData('text/plain') !== '') return []
  return [...clipboard.files].filter(({type}) => type.startsWith('image/'))
}

function figureOf(id: string) {
  return {_type: 'figure', _key: randomKey(12), asset: {_type: 'reference', _ref: id}}
}
