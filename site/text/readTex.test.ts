import {expect, test} from 'vitest'
import {readTex} from './readTex.ts'

test.each([
  ['escaped subscripts', String.raw`\hat{\beta}\_p + x_i`, String.raw`\hat{\beta}_p + x_i`],
  ['escaped stars', String.raw`K^\*`, 'K^*'],
  ['doubled backslashes before braces', String.raw`g\in\\{1,2\\}`, String.raw`g\in\{1,2\}`],
  ['doubled backslashes before commands', String.raw`\\theta`, String.raw`\theta`],
  [
    'rows of four backslashes',
    String.raw`\begin{aligned}a\\\\b\end{aligned}`,
    String.raw`\begin{aligned}a\\b\end{aligned}`,
  ],
])('Markdown’s backslashes go: %s', (_, written, tex) => {
  expect(readTex(written)).toBe(tex)
})

test.each([
  ['sets', String.raw`x \in \{0,1\}`],
  ['thin spaces', String.raw`\int f\,dx\;`],
  ['rows', String.raw`\begin{cases}a\\b\\{c}\end{cases}`],
  ['stacked limits', String.raw`\min_{\substack{a\\b}}`],
  ['names with an underscore', String.raw`\text{max\_len} + \texttt{a\_b}`],
  ['space between rows', String.raw`a \\[4pt] b \\ c`],
])('TeX’s own stay: %s', (_, tex) => {
  expect(readTex(tex)).toBe(tex)
})
