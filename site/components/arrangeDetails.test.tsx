import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {Body} from './Body.tsx'

function shown(markdown: string): string {
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  return renderToStaticMarkup(<Body value={blocks} />)
}

test.each([
  [
    '앞\n\n<details>\n<summary>더 <b>보기</b></summary>\n\n- 하나[^1]\n- 둘\n\n</details>\n\n뒤\n\n[^1]: 주\n',
    '<p>앞</p><details><summary><span>더 <b>보기</b></span></summary><ul><li>하나' +
      '<sup class="footnote-reference"><a id="fnref:1" href="#fn:1">1</a></sup></li><li>둘</li></ul></details><p>뒤</p>' +
      '<section class="footnotes" aria-label="각주"><ol><li id="fn:1"><p>주</p>' +
      '<a href="#fnref:1" class="back" aria-label="본문으로 돌아가기">↩︎</a></li></ol></section>',
  ],
  [
    '<details open><summary>가</summary>\n처음\n\n<details>\n\n안\n\n</details>\n</details>\n<details>\n<summary>나</summary>\n\n끝\n\n</DETAILS>\n',
    '<details open=""><summary>가</summary><div class="html">\n처음\n\n</div><details><summary>자세히</summary><p>안</p>' +
      '</details></details><details><summary>나</summary><p>끝</p></details>',
  ],
])('%j is folded', (markdown, html) => {
  expect(shown(markdown)).toBe(`<div class="prose">${html}</div>`)
})

test.each([
  ['</details>\n\n글\n', '<p>글</p>'],
  [
    '<details><summary>가</summary>\n\n글\n',
    '<div class="html"><details><summary>가</summary></details></div><p>글</p>',
  ],
  [
    '<details><summary>가</summary>글</details>\n',
    '<div class="html"><details><summary>가</summary>글</details></div>',
  ],
])('%j folds nothing but itself', (markdown, html) => {
  expect(shown(markdown)).toBe(`<div class="prose">${html}</div>`)
})
