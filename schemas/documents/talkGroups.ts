import type {Say} from '../text/say.ts'

/** Tabs of a talk's form. */
export function talkGroups(say: Say) {
  return [
    {name: 'content', title: say({ko: '내용', en: 'Content'}), default: true},
    {name: 'when', title: say({ko: '언제·어디서', en: 'When & where'})},
    {name: 'people', title: say({ko: '사람', en: 'People'})},
    {name: 'media', title: say({ko: '링크·미디어', en: 'Links & media'})},
    {name: 'publication', title: say({ko: '공개', en: 'Publication'})},
    {name: 'page', title: say({ko: '페이지 설정', en: 'Page settings'})},
  ]
}
