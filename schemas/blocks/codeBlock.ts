import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import {defineField, defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** A fenced code block; diagrams (`mermaid`, `markmap`) are code blocks in their language. */
export function codeBlock(say: Say) {
  return defineType({
    name: 'codeBlock',
    title: say({ko: '코드', en: 'Code'}),
    type: 'object',
    icon: CodeBlockIcon,
    fields: [
      defineField({
        name: 'code',
        title: say({ko: '코드', en: 'Code'}),
        type: 'text',
        description: say({
          ko: '빈칸과 줄바꿈이 그대로 표시됩니다.',
          en: 'Shown with its spaces and line breaks as they are.',
        }),
        rows: 10,
      }),
      plainField(say, {
        name: 'language',
        title: {ko: '언어', en: 'Language'},
        description: {
          ko: '색을 입힐 언어입니다. 예: python, ts, mermaid(다이어그램)',
          en: 'The language to highlight, e.g. python, ts, or mermaid for a diagram.',
        },
      }),
      plainField(say, {
        name: 'info',
        title: {ko: '표시 설정', en: 'Display settings'},
        description: {
          ko: 'Hugo의 강조 설정입니다. 예: {linenos=true, hl_lines=[2]}',
          en: 'Hugo’s highlighting options, e.g. {linenos=true, hl_lines=[2]}.',
        },
      }),
      plainField(say, {
        name: 'indented',
        type: 'boolean',
        title: {ko: '들여쓰기로 적힘', en: 'Indented in the file'},
        description: {
          ko: '원본에서 울타리(```) 대신 들여쓰기로 적혀 있습니다.',
          en: 'Written with indentation instead of a fence; the export keeps it.',
        },
        fromFile: true,
      }),
    ],
    preview: {
      select: {code: 'code', language: 'language'},
      prepare: ({code, language}: Record<string, string | undefined>) => ({
        title: firstLine(code) ?? say({ko: '빈 코드', en: 'Empty code'}),
        subtitle: [say({ko: '코드', en: 'Code'}), language].filter(Boolean).join(' · '),
      }),
    },
  })
}
