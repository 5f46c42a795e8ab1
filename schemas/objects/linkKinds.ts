import type {Text} from '../text/say.ts'

/** What a link button of a talk leads to, in the order in which the theme shows the buttons. */
export const LINK_KINDS = {
  preprint: {ko: '프리프린트', en: 'Preprint'},
  pdf: {ko: 'PDF', en: 'PDF'},
  code: {ko: '코드', en: 'Code'},
  dataset: {ko: '데이터셋', en: 'Dataset'},
  project: {ko: '프로젝트', en: 'Project'},
  poster: {ko: '포스터', en: 'Poster'},
  slides: {ko: '발표자료', en: 'Slides'},
  video: {ko: '영상', en: 'Video'},
  source: {ko: '원본 문서', en: 'Source document'},
  custom: {ko: '직접 입력', en: 'Custom'},
} satisfies Record<string, Text>

/** Whether a value names a kind of link. */
export function isLinkKind(value: unknown): value is keyof typeof LINK_KINDS {
  return typeof value === 'string' && Object.hasOwn(LINK_KINDS, value)
}
