import {NumberIcon} from '@sanity/icons/Number'
import {defineField, defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** A formula on a line of its own. */
export function mathBlock(say: Say) {
  return defineType({
    name: 'mathBlock',
    title: say({ko: '수식', en: 'Formula'}),
    type: 'object',
    icon: NumberIcon,
    fields: [texField(say), delimiterField(say)],
    preview: {
      select: {tex: 'tex'},
      prepare: ({tex}) => ({
        title: firstLine(tex) ?? say({ko: '빈 수식', en: 'Empty formula'}),
        subtitle: say({ko: '수식', en: 'Formula'}),
      }),
    },
  })
}

/** The TeX source of a formula. */
export function texField(say: Say) {
  return defineField({
    name: 'tex',
    title: say({ko: 'TeX', en: 'TeX'}),
    type: 'text',
    description: say({
      ko: 'LaTeX 문법의 수식입니다($ 없이). 예: E = mc^2',
      en: 'The formula in LaTeX, without dollar signs, e.g. E = mc^2.',
    }),
    rows: 3,
    validation: (rule) => rule.required().warning(say({ko: '수식을 적어 주세요.', en: 'Write the formula.'})),
  })
}

/** How the formula is marked in the file. */
export function delimiterField(say: Say) {
  return plainField(say, {
    name: 'delimiter',
    title: {ko: '원본의 구분 기호', en: 'Delimiter in the file'},
    description: {ko: '내보낼 때 이 기호로 감쌉니다.', en: 'The export puts the formula between these.'},
    fromFile: true,
  })
}
