import type {Text} from '../text/say.ts'

/** The looks that the theme has for a button; others are kept and shown as the first one. */
export const BUTTON_STYLES: Readonly<Record<string, Text>> = {
  primary: {ko: '채움', en: 'Filled'},
  secondary: {ko: '옅은 채움', en: 'Lightly filled'},
  outline: {ko: '테두리', en: 'Outline'},
  ghost: {ko: '글자만', en: 'Text only'},
}
