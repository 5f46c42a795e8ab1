import {CalendarIcon} from '@sanity/icons/Calendar'
import {CogIcon} from '@sanity/icons/Cog'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {LinkIcon} from '@sanity/icons/Link'
import {PublishIcon} from '@sanity/icons/Publish'
import {UsersIcon} from '@sanity/icons/Users'
import type {Say} from '../text/say.ts'

/** Tabs of a talk's form. */
export function talkGroups(say: Say) {
  return [
    {name: 'content', title: say({ko: '내용', en: 'Content'}), icon: DocumentTextIcon, default: true},
    {name: 'when', title: say({ko: '언제·어디서', en: 'When & where'}), icon: CalendarIcon},
    {name: 'people', title: say({ko: '사람', en: 'People'}), icon: UsersIcon},
    {name: 'media', title: say({ko: '링크·미디어', en: 'Links & media'}), icon: LinkIcon},
    {name: 'publication', title: say({ko: '공개', en: 'Publication'}), icon: PublishIcon},
    {name: 'page', title: say({ko: '페이지 설정', en: 'Page settings'}), icon: CogIcon},
  ]
}
