import type {BodyBlock, Reference} from '../markdown/types.ts'
import type {Writer} from './writer.ts'

/** Blocks whose uploaded pictures have the names that their files get in the bundle. */
export function namePictures<Block extends BodyBlock>(blocks: readonly Block[], writer: Writer): Block[] {
  const context = writer.markdown()
  const name = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(name)
    if (typeof value !== 'object' || value === null) return value
    const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, name(member)]))
    const {_type: type, asset, src} = members
    if ((type !== 'figure' && type !== 'inlineImage') || !isReference(asset)) return members
    if (typeof src === 'string' && src !== '' && context.resolveFile?.(src)?._ref === asset._ref) return members
    return {...members, src: writer.fileOf(asset) ?? src}
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `src` members change
  return name(blocks) as Block[]
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '_ref' in value && typeof value._ref === 'string'
}
