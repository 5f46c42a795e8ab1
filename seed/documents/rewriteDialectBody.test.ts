import {expect, test} from 'vitest'
import {rewriteText} from './testing/rewriteText.ts'

test('shortcodes by the names that they have, and callouts as alerts, where that means the same', () => {
  const body = `{{% alert note %}}
Look *here*.
{{% /alert %}}

- {{% alert warning %}}loose{{% /alert %}}

See {{< icon name="github" pack="fab" padding_left="1" >}} and {{</* alert note */>}}.

{{< diagram >}}
graph TD;
{{< /diagram >}}

{{< gdocs src="https://docs.example" >}}
`
  const talk = `---\nevent: E\n---\n${body}`
  const wowchemy = rewriteText('content/talk/t/index.md', talk, 'wowchemy')
  expect(wowchemy.text).toContain(
    body
      .replaceAll('alert note %', 'callout note %')
      .replaceAll('/alert', '/callout')
      .replace('alert warning', 'callout warning')
      .replace('{{< diagram >}}', '```mermaid')
      .replace('{{< /diagram >}}', '```'),
  )
  const kit = rewriteText(wowchemy.path, wowchemy.text, 'kit')
  expect(kit.text).toBe(`---
event_name: E
aliases:
  - /talk/t/
  - /event/t/
---
> [!NOTE]
> Look *here*.

- {{% callout warning %}}loose{{% /callout %}}

See {{< icon name="brands/github" padding_left="1" >}} and {{</* alert note */>}}.

\`\`\`mermaid
graph TD;
\`\`\`

{{< gdocs src="https://docs.example" >}}
`)
  expect(kit.notices).toEqual([
    'content/events/t/index.md:18: The kit has no shortcode "gdocs", and Hugo stops there unless the site brings its own; it was kept. (foreignForm)',
  ])
  expect(rewriteText(kit.path, kit.text, 'wowchemy').text.split('---\n')[2]).toBe(wowchemy.text.split('---\n')[2])
})

test('Markdown that only one generation knows is kept, with its line', () => {
  const {path, text, notices} = rewriteText(
    'content/events/t/index.md',
    '---\nevent_name: E\n---\nOne.\n\nA ==mark==.\n',
    'wowchemy',
  )
  expect([path, text.endsWith('\nOne.\n\nA ==mark==.\n'), notices]).toEqual([
    'content/event/t/index.md',
    true,
    [
      'content/event/t/index.md:8: The generation reads the Markdown from here on otherwise; the text was kept. (foreignForm)',
    ],
  ])
})

test('a shortcode in HTML has the name of the other generation, and nothing is said of that', () => {
  const page = (name: string) =>
    `---\nevent: E\n---\nText\n\n<!-- {{% ${name} note %}}\nOld\n{{% /${name} %}} -->\n\nA <b>{{< ${name} >}}</b>\n`
  const {text, notices} = rewriteText('content/event/t/index.md', page('callout'), 'academic4')
  expect([text.slice(text.indexOf('Text')), notices]).toEqual([page('alert').slice(page('alert').indexOf('Text')), []])
})

test.each(['academic2', 'academic4'] as const)(
  'an alert of the kit is called as %s calls callouts, and comes back',
  (dialect) => {
    const kit = '---\nevent_name: E\nevent_start: 2024-05-01\ndate: 2024-05-01\n---\n> [!NOTE]\n> Look *here*.\n'
    const {path, text, notices} = rewriteText('content/events/t/index.md', kit, dialect)
    const body = (page: string) => page.slice(page.lastIndexOf('---\n') + 4)
    expect([body(text), notices]).toEqual(['{{% alert note %}}\nLook *here*.\n{{% /alert %}}\n', []])
    expect(body(rewriteText(path, text, 'kit').text)).toBe(body(kit))
  },
)
