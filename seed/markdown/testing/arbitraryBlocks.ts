import fc from 'fast-check'
import {withKeys} from '../../values/createKeys.ts'
import type {Child, Decorator} from '../inline/types.ts'
import type {Body, BodyBlock, TextBlock} from '../types.ts'

/** Words that Markdown could take for something else, in both scripts. */
const words = [
  '백엔드',
  '개발은',
  'word',
  '중요(重要)',
  '*',
  '**',
  'snake_case',
  '_x_',
  '`',
  '[a]',
  '](b)',
  '!',
  '<b>',
  '&amp;',
  '#',
  '1.',
  '-',
  '>',
  '|',
  '$5',
  '~',
  '==',
  '\\',
  '{{< x >}}',
  'https://example.org',
  '"따옴표"',
  '3~4',
]
const decorators: Decorator[] = ['strong', 'em', 'code', 'strike-through', 'underline', 'highlight', 'superscript']

const text = fc.array(fc.constantFrom(...words), {minLength: 1, maxLength: 4}).map((list) => list.join(' '))

type Unkeyed<T> = T extends {_key: string} ? Omit<T, '_key'> : never

const span: fc.Arbitrary<Unkeyed<Child>> = fc
  .record({text, marks: fc.uniqueArray(fc.constantFrom(...decorators), {maxLength: 2}), glued: fc.boolean()})
  .map(({text: words_, marks, glued}) => ({_type: 'span', text: glued ? words_ : `${words_} `, marks}))

const object: fc.Arbitrary<Unkeyed<Child>> = fc.constantFrom<Unkeyed<Child>>(
  {_type: 'inlineMath', tex: 'a_b * c', delimiter: '$$'},
  {_type: 'inlineShortcode', name: 'mention', source: '{{< mention "admin" >}}'},
  {_type: 'icon', name: 'github', pack: 'fab'},
  {_type: 'inlineImage', src: 'a.png', alt: '그림'},
)

/** An object alone in its paragraph is a block of its own in Markdown, so a word stands before. */
const children = fc
  .array(fc.oneof({weight: 4, arbitrary: span}, {weight: 1, arbitrary: object}), {minLength: 1, maxLength: 4})
  .map((list): Child[] => withKeys([{_type: 'span' as const, text: '글 ', marks: []}, ...list]))

function textBlock(shape: Pick<TextBlock, 'style' | 'listItem' | 'level'>): fc.Arbitrary<Unkeyed<BodyBlock>> {
  return children.map((list) => ({_type: 'block', ...shape, children: list, markDefs: []}))
}

const code = fc.array(fc.constantFrom('let x = 1', '', '```', '{{< x >}}', '    indented', '# no'), {maxLength: 4})

const customBlock = fc.oneof<Array<fc.Arbitrary<Unkeyed<BodyBlock>>>>(
  code.map((lines) => ({_type: 'codeBlock', code: lines.join('\n'), language: 'ts'})),
  fc.constant({_type: 'divider'}),
  fc.constant({_type: 'mathBlock', tex: '\nx = *y*\n', delimiter: '$$'}),
  fc.constant({_type: 'mathBlock', tex: 'x = *y*', delimiter: '{{< math >}}\n$$'}),
  fc.constant({_type: 'embed', provider: 'youtube', id: 'w7Ft2ymGmfc', syntax: 'shortcode'}),
  fc.constant({_type: 'figure', src: 'a.png', alt: '그림', title: '캡션', syntax: 'markdown'}),
  fc.constant({_type: 'figure', src: 'a.png', caption: '*캡션* "둘"', syntax: 'shortcode'}),
  fc.constant({_type: 'button', url: '/x', text: '열기', newTab: true, shortcode: 'button'}),
)

const listItem = fc
  .constantFrom<Array<Pick<TextBlock, 'style' | 'listItem' | 'level'>>>(
    {style: 'normal', listItem: 'bullet', level: 1},
    {style: 'normal', listItem: 'number', level: 1},
  )
  .chain(textBlock)

/** Markdown has no loose list of one item. */
const looseList = fc
  .constantFrom<Array<'looseBullet' | 'looseNumber'>>('looseBullet', 'looseNumber')
  .chain((style) => fc.array(textBlock({style: 'normal', listItem: style, level: 1}), {minLength: 2, maxLength: 3}))

/** Bodies as the Studio can make them: text with any marks, lists, and blocks of other types. */
export const arbitraryBody: fc.Arbitrary<Body> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .oneof(
            textBlock({style: 'normal'}),
            textBlock({style: 'h2'}),
            textBlock({style: 'blockquote'}),
            listItem,
            customBlock,
          )
          .map((block) => [block]),
      },
      {weight: 1, arbitrary: looseList},
    ),
    {minLength: 1, maxLength: 5},
  )
  .map((parts): Body => withKeys(parts.flat()))
