import type {ComponentType, ReactNode} from 'react'
import {BLOCK_BODIES, type BlockValue} from '../previews/blockBodies.tsx'
import {blockPreview} from '../previews/BlockPreview.tsx'

const BODIES: Readonly<Record<string, (value: BlockValue) => ReactNode>> = BLOCK_BODIES

interface Previewed {
  icon?: ComponentType
  fields?: ReadonlyArray<{name: string}>
  preview?: {select?: Record<string, string>; prepare?: (selection: BlockValue) => object}
  components?: object
}

/** A block type whose preview in the editor shows its content: the preview selects every field and hands them on. */
export function withBlockPreview<T extends {name: string}>(type: T): T {
  const body = BODIES[type.name]
  if (body === undefined || !isPreviewed(type) || type.icon === undefined) return type
  const {preview, components} = type
  const select = Object.fromEntries((type.fields ?? []).map(({name}) => [name, name]))
  return {
    ...type,
    components: {...components, preview: blockPreview(type.icon, body)},
    preview: {
      select: {...select, ...preview?.select},
      prepare: (selection: BlockValue) => ({...preview?.prepare?.(selection), block: selection}),
    },
  }
}

function isPreviewed<T extends object>(type: T): type is T & Previewed {
  return 'fields' in type && 'preview' in type
}
