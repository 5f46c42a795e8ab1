import {expect, test} from 'vitest'
import {createDevelopmentSite} from './createDevelopmentSite.ts'
import {documents} from './fixtures/documents.ts'
import {lakeOver} from './fixtures/lakeOver.ts'

test('the site straight from its sources answers, with its style sheet', async () => {
  const site = await createDevelopmentSite({client: lakeOver(documents)})
  const page = await site.fetch(new Request('http://site.test/talk/every-block/'))
  const address = /\/site\.[0-9a-f]{12}\.css/.exec(await page.text())?.[0]
  const stylesheet = await site.fetch(new Request(`http://site.test${address}`))
  await site.close()
  expect([page.status, stylesheet.status, (await stylesheet.text()).startsWith(':root')]).toEqual([200, 200, true])
})
