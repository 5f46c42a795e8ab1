import type {Text} from '../text/say.ts'

/** The sets of icons that every generation of the theme has; others are kept as they are. */
export const ICON_PACKS: Readonly<Record<string, Text>> = {
  fas: {ko: '기본 (fas)', en: 'Solid (fas)'},
  far: {ko: '윤곽 (far)', en: 'Outline (far)'},
  fab: {ko: '상표 (fab)', en: 'Brands (fab)'},
  ai: {ko: '학술 (ai)', en: 'Academic (ai)'},
}
