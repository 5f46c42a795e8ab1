import {expect, test} from 'vitest'
import {pageReferences, setPageReferences} from './pageReference.ts'

const text =
  '[a]({{< ref "/authors/minji" >}}) [b]({{< relref "talk/b.md#top" >}}) <a href="{{% ref `c` %}}">c</a> [d]({{<ref d>}}) ' +
  '[e]({{< relref "#here" >}}) {{< mention "jane" >}} {{< cite page="/project/p" view="4" >}} {{</* ref "f" */>}} {{< figure src="ref.png" >}} {{< refs "g" >}}'

test('the pages that a text refers to are found, also in JSON of it', () => {
  const names = ['/authors/minji', 'talk/b.md', 'c', 'd', '', '/authors/jane', '/project/p']
  expect(pageReferences(text)).toEqual(names)
  expect(pageReferences(JSON.stringify([{text}]))).toEqual(names)
})

test('references become addresses, those of unknown pages such as become no link', () => {
  const addresses: Record<string, string> = {'/authors/minji': '/author/minji/', 'talk/b.md': '/talk/b/', c: '/talk/c/'}
  expect(setPageReferences(text, (name) => addresses[name])).toBe(
    '[a](/author/minji/) [b](/talk/b/#top) <a href="/talk/c/">c</a> [d](ref:d) ' +
      '[e](#here) {{< mention "jane" >}} {{< cite page="/project/p" view="4" >}} {{</* ref "f" */>}} {{< figure src="ref.png" >}} {{< refs "g" >}}',
  )
})

test('half a pair of UTF-16 units in a name is no reason to show no page', () => {
  expect(setPageReferences('{{< ref "\ud83d" >}}', () => undefined)).toBe('ref:%EF%BF%BD')
})
