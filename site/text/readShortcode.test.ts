import {expect, test} from 'vitest'
import {readShortcode} from './readShortcode.ts'

test.each([
  ['{{< toc >}}', {name: 'toc', named: {}, positional: []}],
  ['{{<youtube abc>}}', {name: 'youtube', named: {}, positional: ['abc']}],
  ['{{< button url=/x />}}', {name: 'button', named: {url: '/x'}, positional: []}],
  [
    '{{< figure src="a b.png" caption="a \\"b\\"" width=`3` >}}',
    {name: 'figure', named: {src: 'a b.png', caption: 'a "b"', width: '3'}, positional: []},
  ],
  [
    '{{% staticref "uploads/cv.pdf" "newtab" %}}이력서{{% /staticref %}}',
    {name: 'staticref', named: {}, positional: ['uploads/cv.pdf', 'newtab'], inner: '이력서'},
  ],
  ['{{< math >}}\n$$x$$\n{{< /math >}}', {name: 'math', named: {}, positional: [], inner: '\n$$x$$\n'}],
  [
    '{{% callout note %}}a {{< icon name="x" >}} b{{% /callout %}}',
    {name: 'callout', named: {}, positional: ['note'], inner: 'a {{< icon name="x" >}} b'},
  ],
])('%s is read', (source, call) => {
  expect(readShortcode(source)).toEqual(call)
})

test.each(['글', '{{< a', '{{< a >}}x{{< /a >}} {{< a >}}y{{< /a >}}', '{{< a >}}x', '{{< a "b >}}'])(
  '%s is no single call',
  (source) => {
    expect(readShortcode(source)).toBeUndefined()
  },
)
