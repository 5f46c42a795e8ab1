import type {FrontMatterMap} from '../../frontMatter/frontMatterValue.ts'
import type {Dialect} from '../../markdown/types.ts'
import {textOf} from '../../values/textOf.ts'

/** An icon by its name in a pack, as editors know them: Font Awesome's `fab` and `fas`, Academicons' `ai`. */
export interface IconName {
  icon?: string
  iconPack?: string
}

/** Packs that have another name in the kit, where the pack is the folder of the name: `brands/github`. */
const KIT_PACKS = {fab: 'brands', ai: 'academicons'} as const

/** Brands whose name in the kit's pack (Simple Icons) is not Font Awesome's. */
const KIT_BRANDS = {
  'x-twitter': 'x',
  'stack-overflow': 'stackoverflow',
  'stack-exchange': 'stackexchange',
  'speaker-deck': 'speakerdeck',
  'r-project': 'r',
  'creative-commons': 'creativecommons',
  'google-drive': 'googledrive',
} as const

/** Solid icons of Font Awesome that Heroicons, the kit's own pack, draws too. */
const HERO_ICONS = {
  briefcase: 'briefcase',
  book: 'book-open',
  bullhorn: 'megaphone',
  calendar: 'calendar',
  camera: 'camera',
  'check-circle': 'check-circle',
  clock: 'clock',
  code: 'code-bracket',
  cog: 'cog-6-tooth',
  comments: 'chat-bubble-left-right',
  database: 'circle-stack',
  download: 'arrow-down-tray',
  envelope: 'envelope',
  'external-link-alt': 'arrow-top-right-on-square',
  file: 'document',
  'file-alt': 'document-text',
  flask: 'beaker',
  globe: 'globe-alt',
  'graduation-cap': 'academic-cap',
  heart: 'heart',
  home: 'home',
  image: 'photo',
  'info-circle': 'information-circle',
  key: 'key',
  lightbulb: 'light-bulb',
  link: 'link',
  map: 'map',
  'map-marker-alt': 'map-pin',
  microphone: 'microphone',
  newspaper: 'newspaper',
  paperclip: 'paper-clip',
  phone: 'phone',
  play: 'play',
  print: 'printer',
  'question-circle': 'question-mark-circle',
  rss: 'rss',
  search: 'magnifying-glass',
  star: 'star',
  terminal: 'command-line',
  'ticket-alt': 'ticket',
  trophy: 'trophy',
  tv: 'tv',
  user: 'user',
  users: 'users',
  video: 'video-camera',
} as const

/** Packs that the kit does not have, and those that only the kit has. */
const BEFORE_KIT: ReadonlySet<string> = new Set(['fas', 'far', 'fal', 'fa'])
const ONLY_KIT: ReadonlySet<string> = new Set(['hero', 'devicon', 'emoji', 'hb'])

/** The icon that an item of a list names: `icon` beside `icon_pack`, or `pack/name` as the kit writes it. */
export function readIconName(icon: string | undefined, iconPack: string | undefined): IconName {
  const [, pack = '', name = ''] = iconPack === undefined ? (/^([a-z]+)\/([^/]+)$/.exec(icon ?? '') ?? []) : []
  if (pack === '') return {...(icon !== undefined && {icon}), ...(iconPack !== undefined && {iconPack})}
  const known = keyOf(KIT_PACKS, pack) ?? pack
  return {icon: known === 'fab' ? (keyOf(KIT_BRANDS, name) ?? name) : name, iconPack: known}
}

/**
 * The keys of an item for an icon. `old` is the item as it is: what says the same already stays as written.
 * @param combined Write `pack/name` into `icon`, as the kit reads it.
 * @returns Values of `icon` and `icon_pack`, `undefined` for a key that should not be there.
 */
export function writeIconName(
  wanted: IconName,
  old: FrontMatterMap | undefined,
  combined: boolean,
): {icon: string | undefined; icon_pack: string | undefined} {
  const [icon, pack] = [textOf(old?.['icon']), textOf(old?.['icon_pack'])]
  const before = readIconName(icon, pack)
  if (before.icon === wanted.icon && before.iconPack === wanted.iconPack) return {icon, icon_pack: pack}
  return combined && wanted.icon !== undefined && wanted.iconPack !== undefined
    ? {icon: kitName(wanted.iconPack, wanted.icon), icon_pack: undefined}
    : {icon: wanted.icon, icon_pack: wanted.iconPack}
}

/** True where a list of links names its icons as the kit does. */
export function combinesIcons(items: readonly FrontMatterMap[], dialect: Dialect): boolean {
  return dialect === 'kit' || items.some(({icon}) => typeof icon === 'string' && icon.includes('/'))
}

function kitName(pack: string, name: string): string {
  return `${valueOf(KIT_PACKS, pack) ?? pack}/${pack === 'fab' ? (valueOf(KIT_BRANDS, name) ?? name) : name}`
}

/**
 * The icon that another generation draws alike: its own pack has other names. Without a pack, the generations before
 * the kit mean `fas`, the kit means `hero`.
 * @returns Nothing when that generation has no such icon.
 */
export function iconForDialect({icon, iconPack}: IconName, from: Dialect, to: Dialect): IconName | undefined {
  if (icon === undefined || (from === 'kit') === (to === 'kit'))
    return {...(icon !== undefined && {icon}), ...(iconPack !== undefined && {iconPack})}
  const pack = iconPack ?? (from === 'kit' ? 'hero' : 'fas')
  if (!(to === 'kit' ? BEFORE_KIT : ONLY_KIT).has(pack)) return {icon, iconPack: pack}
  const name = pack === 'fas' ? valueOf(HERO_ICONS, icon) : pack === 'hero' ? keyOf(HERO_ICONS, icon) : undefined
  return name === undefined ? undefined : {icon: name, iconPack: pack === 'fas' ? 'hero' : 'fas'}
}

function valueOf(map: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

function keyOf(map: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.keys(map).find((key) => map[key] === value)
}
