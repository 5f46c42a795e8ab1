import type {Dialect} from '../../markdown/types.ts'

const BEFORE_KIT = ['academic2', 'academic4', 'wowchemy'] as const
const SINCE_WOWCHEMY = ['wowchemy', 'kit'] as const
const KIT = ['kit'] as const

/**
 * Shortcodes that not every generation of the theme has, and those that do; Hugo stops building at an unknown one.
 * Source: `layouts/shortcodes` of the theme at v2.4, v4.8, Wowchemy 5.9, Hugo Blox Kit 0.12.
 */
export const shortcodeDialects: Readonly<Record<string, readonly Dialect[]>> = {
  alert: ['academic2', 'academic4'],
  audio: SINCE_WOWCHEMY,
  bilibili: SINCE_WOWCHEMY,
  button: KIT,
  callout: SINCE_WOWCHEMY,
  card: KIT,
  cards: KIT,
  chart: SINCE_WOWCHEMY,
  cite: SINCE_WOWCHEMY,
  cta: ['wowchemy'],
  diagram: ['academic4'],
  embed: KIT,
  emoji_list: ['wowchemy'],
  gallery: BEFORE_KIT,
  gdocs: BEFORE_KIT,
  gist: BEFORE_KIT,
  hl: BEFORE_KIT,
  icon: ['academic4', 'wowchemy', 'kit'],
  include: KIT,
  list_categories: BEFORE_KIT,
  list_children: BEFORE_KIT,
  list_tags: BEFORE_KIT,
  math: SINCE_WOWCHEMY,
  mention: ['academic4', 'wowchemy', 'kit'],
  notebook: KIT,
  spoiler: SINCE_WOWCHEMY,
  staticref: BEFORE_KIT,
  steps: KIT,
  table: SINCE_WOWCHEMY,
  tweet: BEFORE_KIT,
  twitter: BEFORE_KIT,
}
