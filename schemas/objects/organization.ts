import {CaseIcon} from '@sanity/icons/Case'
import {defineField, defineType} from '@sanity/types'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'

/** Where a person works or studies. */
export function organization(say: Say) {
  return defineType({
    name: 'organization',
    title: say({ko: '소속', en: 'Organization'}),
    type: 'object',
    icon: CaseIcon,
    fields: [
      defineField({
        name: 'name',
        title: say({ko: '이름', en: 'Name'}),
        type: 'string',
        description: say({ko: '소개 상자에 표시됩니다.', en: 'Shown in the author box.'}),
        validation: (rule) =>
          rule.required().warning(say({ko: '소속의 이름을 적어 주세요.', en: 'Name the organization.'})),
      }),
      urlField(say, {
        name: 'url',
        title: {ko: '웹사이트', en: 'Website'},
        description: {ko: '이름에 이 링크가 걸립니다.', en: 'The name links here.'},
      }),
    ],
    preview: {select: {title: 'name', subtitle: 'url'}},
  })
}
