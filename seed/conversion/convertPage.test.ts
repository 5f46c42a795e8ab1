import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {createSiteView} from '../documents/site.ts'
import {SEED_TYPES} from '../ids/seedTypes.ts'
import {convertPage} from './convertPage.ts'

const {config} = readSiteConfig(new Map(), 'UTC')

test.each(['landing', 'widget_page'])('a page of the type %s is a list, but that of a person', (type) => {
  const states = SEED_TYPES.map((seedType) => {
    const file = pageFileAt('content/x/y/index.md', seedType)
    return [
      seedType,
      convertPage({file, text: `---\ntitle: T\ntype: ${type}\n---\n`}, createSiteView([file], config)).state,
    ]
  })
  expect(states).toEqual([
    ['author', 'converted'],
    ['slideDeck', 'skipped'],
    ['project', 'skipped'],
    ['talk', 'skipped'],
  ])
})
