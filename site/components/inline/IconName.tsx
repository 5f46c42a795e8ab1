import type {Icon} from '../../content.ts'

/** The name of an icon in place of its picture: icon fonts are not loaded. */
export function IconName({value}: {value: Icon}) {
  return value.name ? <span className="icon">{value.name.split('/').at(-1)}</span> : null
}
