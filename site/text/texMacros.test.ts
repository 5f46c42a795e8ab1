import {expect, test} from 'vitest'
import {mathMl} from './mathMl.ts'
import {pageMacros, readMacros} from './texMacros.ts'

test('a formula without the commands that it defines, and those', () => {
  const tex =
    '\\newcommand{\\R}{\\mathbb{R}} \\renewcommand*\\vec[1]{\\mathbf{#1}}\\def\\pair#1#2{(#1,#2)}\\DeclareMathOperator{\\tr}{tr}x\\newcommand{\\a}'
  expect(readMacros(tex)).toEqual({
    tex: ' x\\newcommand{\\a}',
    macros: {'\\R': '\\mathbb{R}', '\\vec': '\\mathbf{#1}', '\\pair': '(#1,#2)', '\\tr': '\\operatorname{tr}'},
  })
  expect(readMacros('\\newcommand{\\b}[2][1]{#1}\\def\\c{\\}{}')).toEqual({
    tex: '\\newcommand{\\b}[2][1]{#1}\\def\\c{\\}{}',
    macros: {},
  })
})

test('the commands of a page are those of its formulas, not of its code', () => {
  const body = [
    {_type: 'mathBlock', tex: '\\def\\a{1}'},
    {_type: 'rawMarkdown', markdown: '- $\\def\\b{2}$'},
    {_type: 'codeBlock', code: '\\def\\c{3}'},
  ]
  expect(pageMacros(body)).toEqual({'\\a': '1', '\\b': '2'})
})

test('a formula has the commands of its page and its own, and no label', () => {
  expect(mathMl('\\newcommand{\\bra}{b}\\label{eq:1}\\bra\\R', false, {'\\R': 'r'})).toEqual({
    html:
      '<span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>b</mi><mi>r</mi></mrow>' +
      '<annotation encoding="application/x-tex">\\bra\\R</annotation></semantics></math></span>',
  })
  expect(mathMl('\\a', false, {'\\a': '\\a'})).toHaveProperty('error')
})
