import type {Text} from '../text/say.ts'

/** Kinds of callouts that the themes colour; others are kept and shown in the default colour. */
export const CALLOUT_KINDS: Readonly<Record<string, Text>> = {
  note: {ko: '참고', en: 'Note'},
  tip: {ko: '도움말', en: 'Tip'},
  info: {ko: '정보', en: 'Info'},
  important: {ko: '중요', en: 'Important'},
  success: {ko: '성공', en: 'Success'},
  question: {ko: '질문', en: 'Question'},
  warning: {ko: '주의', en: 'Warning'},
  caution: {ko: '조심', en: 'Caution'},
  danger: {ko: '위험', en: 'Danger'},
  failure: {ko: '실패', en: 'Failure'},
  bug: {ko: '버그', en: 'Bug'},
  example: {ko: '예시', en: 'Example'},
  quote: {ko: '인용', en: 'Quote'},
  abstract: {ko: '요약', en: 'Abstract'},
  summary: {ko: '정리', en: 'Summary'},
  todo: {ko: '할 일', en: 'To do'},
}
