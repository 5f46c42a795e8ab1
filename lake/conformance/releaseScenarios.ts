import {filter, firstValueFrom, mergeMap} from 'rxjs'
import {refusal} from './outcome.ts'
import type {Scenario, ScenarioContext} from './scenario.ts'

const releaseIdOf = ({prefix}: Pick<ScenarioContext, 'prefix'>, name: string): string =>
  `r${name}${prefix.replaceAll('-', '')}`

const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString()

/** Releases and versions: https://www.sanity.io/docs/apis-and-sdks/content-releases-cheat-sheet. */
export const releaseScenarios: readonly Scenario[] = [
  {
    name: 'a release is created, edited, archived, brought back and deleted',
    run: async (context) => {
      const {client, prefix} = context
      const releaseId = releaseIdOf(context, 'life')
      const raw = client.withConfig({perspective: 'raw'})
      const created = await client.releases.create({releaseId, metadata: {title: 'Spring', releaseType: 'undecided'}})
      await client.createVersion({publishedId: `${prefix}inLife`, releaseId, document: {_type: 'note', text: 'in it'}})
      const state = async () => (await client.releases.get({releaseId}))?.state ?? 'nothing'
      const members = async () => (await raw.releases.fetchDocuments({releaseId})).result.map((one) => one['text'])
      const seen = [[await state(), await members()]]
      await client.releases.edit({releaseId, patch: {set: {'metadata.title': 'Summer'}}})
      const title = (await client.releases.get({releaseId}))?.metadata.title
      const early = await refusal(client.releases.delete({releaseId}))
      await client.releases.archive({releaseId})
      seen.push([await state(), await members()])
      await client.releases.unarchive({releaseId})
      seen.push([await state(), await members()])
      await client.releases.archive({releaseId})
      await client.releases.delete({releaseId})
      seen.push([await state(), await members()])
      return {created: [created.releaseId === releaseId, created.metadata.title], title, early, seen}
    },
    expected: {
      created: [true, 'Spring'],
      title: 'Summer',
      early: {status: 400, type: 'actionError', items: ['validationError']},
      seen: [
        ['active', ['in it']],
        ['archived', []],
        ['active', ['in it']],
        ['nothing', []],
      ],
    },
  },
  {
    name: 'a release is imported, left or replaced when it is there, and refused',
    run: async (context) => {
      const {client} = context
      const releaseId = releaseIdOf(context, 'import')
      const bring = (title: string, ifExists: 'fail' | 'ignore' | 'replace') =>
        client.action({
          actionType: 'sanity.action.release.import',
          releaseId,
          ifExists,
          attributes: {
            _id: `_.releases.${releaseId}`,
            _type: 'system.release',
            name: releaseId,
            state: 'active',
            metadata: {title, releaseType: 'asap'},
          },
        })
      const title = async () => (await client.releases.get({releaseId}))?.metadata.title
      await bring('first', 'fail')
      const titles = [await title()]
      const again = await refusal(bring('second', 'fail'))
      await bring('third', 'ignore')
      titles.push(await title())
      await bring('fourth', 'replace')
      titles.push(await title())
      await client.releases.archive({releaseId})
      await client.releases.delete({releaseId})
      return {titles, again}
    },
    expected: {
      titles: ['first', 'first', 'fourth'],
      again: {status: 409, type: 'actionError', items: ['documentAlreadyExistsError']},
    },
  },
  {
    name: 'the client names a release by itself',
    run: async ({client}) => {
      const {releaseId, metadata} = await client.releases.create({})
      const found = await client.releases.get({releaseId})
      await client.releases.archive({releaseId})
      await client.releases.delete({releaseId})
      return {named: releaseId.length > 0, type: metadata.releaseType, found: found?.name === releaseId}
    },
    expected: {named: true, type: 'undecided', found: true},
  },
  {
    name: 'versions are made of a base, replaced, discarded and told to unpublish',
    run: async (context) => {
      const {client, prefix} = context
      const releaseId = releaseIdOf(context, 'versions')
      const publishedId = `${prefix}version`
      const published = await client.create({_id: publishedId, _type: 'note', text: 'published'})
      await client.releases.create({releaseId, metadata: {title: 'Versions', releaseType: 'asap'}})
      const look = async () => {
        const version = await client.getDocument(publishedId, {releaseId})
        return version === undefined ? 'nothing' : (version['text'] as unknown)
      }
      const base = {publishedId, baseId: publishedId, releaseId}
      const stale = await refusal(client.createVersion({...base, ifBaseRevisionId: 'older'}))
      await client.createVersion({...base, ifBaseRevisionId: published._rev})
      const seen = [await look()]
      await client.replaceVersion({publishedId, releaseId, document: {_type: 'note', text: 'replaced'}})
      seen.push(await look())
      await client.discardVersion({publishedId, releaseId})
      seen.push(await look())
      await client.createVersion({publishedId, document: {_type: 'note', text: 'draft'}})
      seen.push((await client.getDocument(`drafts.${publishedId}`))?.['text'])
      await client.discardVersion({publishedId}, true)
      seen.push((await client.getDocument(`drafts.${publishedId}`)) ?? 'nothing')
      await client.unpublishVersion({publishedId, releaseId})
      await client.releases.publish({releaseId})
      return {stale, seen, after: (await client.getDocument(publishedId)) ?? 'nothing'}
    },
    expected: {
      stale: {status: 409, type: 'actionError', items: ['documentRevisionIDDoesNotMatchError']},
      seen: ['published', 'replaced', 'nothing', 'draft', 'nothing'],
      after: 'nothing',
    },
  },
  {
    name: 'a release gathers versions and publishes them together',
    run: async (context) => {
      const {client, prefix} = context
      const publishedId = `${prefix}released`
      const releaseId = releaseIdOf(context, 'gathers')
      await client.create({_id: publishedId, _type: 'talk', title: 'before'})
      await client.releases.create({releaseId, metadata: {title: 'Spring', releaseType: 'asap'}})
      await client.createVersion({publishedId, releaseId, document: {_type: 'talk', title: 'after'}})
      const read = (perspective: string[]) => client.fetch('*[_id == $id][0].title', {id: publishedId}, {perspective})
      await client.create({_id: `drafts.${publishedId}`, _type: 'talk', title: 'draft'})
      await client.create({_id: `drafts.${publishedId}Not`, _type: 'talk', title: 'only a draft'})
      const seen = {published: await read(['published']), release: await read([releaseId])}
      const ids = [publishedId, `${publishedId}Not`]
      const perspective = [releaseId, 'drafts']
      const stack = await client.fetch('*[_id in $ids] | order(_id) {title, _originalId}', {ids}, {perspective})
      const isVersion = stack[0]._originalId === `versions.${releaseId}.${publishedId}`
      const stacked = [isVersion, ...stack.map(({title}: {title: string}) => title)]
      await client.releases.publish({releaseId})
      const release = await client.releases.get({releaseId})
      return {
        seen,
        stacked,
        after: await client.fetch('*[_id == $id][0].title', {id: publishedId}),
        state: release?.state,
      }
    },
    expected: {
      seen: {published: 'before', release: 'after'},
      stacked: [true, 'after', 'only a draft'],
      after: 'after',
      state: 'published',
    },
  },
  {
    name: 'a scheduled release can be taken off the schedule, and is not edited while it is on it',
    run: async (context) => {
      const {client, prefix} = context
      const releaseId = releaseIdOf(context, 'scheduled')
      const publishedId = `${prefix}onSchedule`
      const publishAt = later(3_600_000)
      await client.releases.create({
        releaseId,
        metadata: {title: 'Later', releaseType: 'scheduled', intendedPublishAt: publishAt},
      })
      await client.createVersion({publishedId, releaseId, document: {_type: 'note'}})
      const state = async () => (await client.releases.get({releaseId}))?.state
      await client.releases.schedule({releaseId, publishAt})
      const scheduled = await state()
      const isAt = (await client.releases.get({releaseId}))?.publishAt === publishAt
      await client.releases.unschedule({releaseId})
      const active = await state()
      await client.releases.archive({releaseId})
      return {scheduled, isAt, active}
    },
    expected: {scheduled: 'scheduled', isAt: true, active: 'active'},
  },
  {
    name: 'a scheduled release publishes itself when its time has come',
    run: async (context) => {
      const {client, prefix} = context
      const publishedId = `${prefix}timed`
      const releaseId = releaseIdOf(context, 'timed')
      const publishAt = later(1500)
      await client.releases.create({
        releaseId,
        metadata: {title: 'Timed', releaseType: 'scheduled', intendedPublishAt: publishAt},
      })
      await client.createVersion({publishedId, releaseId, document: {_type: 'talk', title: 'timed'}})
      const published = client.live.events().pipe(
        mergeMap(() => client.releases.get({releaseId})),
        filter((release) => release?.state === 'published'),
      )
      const done = firstValueFrom(published)
      await client.releases.schedule({releaseId, publishAt})
      await done
      return client.fetch('*[_id == $id][0].title', {id: publishedId})
    },
    expected: 'timed',
  },
  {
    name: 'a release that does not exist is neither found nor published',
    run: async (context) => {
      const {client} = context
      const releaseId = releaseIdOf(context, 'none')
      return {
        found: (await client.releases.get({releaseId})) ?? 'nothing',
        published: await refusal(client.releases.publish({releaseId})),
      }
    },
    expected: {found: 'nothing', published: {status: 409, type: 'actionError', items: ['documentNotFoundError']}},
  },
]
