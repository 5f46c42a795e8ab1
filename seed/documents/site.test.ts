import {expect, test} from 'vitest'
import {findPages} from '../bundle/findPages.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {createSiteView} from './site.ts'

const {config} = readSiteConfig(new Map([['config.yaml', 'languages:\n  en: {weight: 1}\n  ko: {weight: 2}\n']]))

function idsOf(paths: readonly string[], ids?: ReadonlyMap<string, string>): string[] {
  const {pages} = findPages(paths, config)
  const view = createSiteView(pages, config, ids && {ids})
  return pages.map((file) => view.idOf(file))
}

test('two pages for one name are two documents, the first of them with the id of the name', () => {
  const paths = ['content/project/plan.md', 'content/project/plan.ko.md', 'content/projects/plan/index.md']
  expect(idsOf(paths)).toEqual(['project-plan', 'project-plan--ko', 'project-plan-77f96d3c5bfd'])
  const authors = ['content/authors/me/_index.md', 'data/authors/me.yaml']
  expect(idsOf(authors)).toEqual(['author-me', 'author-me-04fe0c97a23d'])
})

test('a page keeps its id when another one comes that has its name', () => {
  const known = new Map([['content/projects/plan/index.md', 'project-plan']])
  expect(idsOf(['content/project/plan.md', 'content/projects/plan/index.md'], known)).toEqual([
    'project-plan-acb2fbce6999',
    'project-plan',
  ])
})
