import type {Text} from '../text/say.ts'

/** The sets of icons that the generations of the theme have: the kit `hero` in the place of `fas` and `far`. Others are kept as they are. */
export const ICON_PACKS: Readonly<Record<string, Text>> = {
  fas: {ko: '기본 (fas)', en: 'Solid (fas)'},
  far: {ko: '윤곽 (far)', en: 'Outline (far)'},
  fab: {ko: '상표 (fab)', en: 'Brands (fab)'},
  ai: {ko: '학술 (ai)', en: 'Academic (ai)'},
  hero: {ko: '새 테마 (hero)', en: 'Newest theme (hero)'},
}
