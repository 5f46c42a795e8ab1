import {expect, test} from 'vitest'
import {templateNames} from './templateNames.ts'

test('names behind a dot and in quotes, within actions only', () => {
  const names = templateNames([
    '<p class="card.big">{{ with .Params.Degree }}{{ . }}{{ end }}</p>',
    '<a href="{{ index $page.Params "Work Experience" }}">{{ .Param `university` }}</a>',
    '{{ with\n  .Param "params.이름" }}{{ end }}',
  ])
  expect([...names].sort()).toEqual([
    'degree',
    'param',
    'params',
    'params.이름',
    'university',
    'work experience',
    '이름',
  ])
})

test('no templates, no names', () => {
  expect(templateNames([])).toEqual(new Set())
})
