import {filter, firstValueFrom, mergeMap} from 'rxjs'
import {refusal} from './outcome.ts'
import type {Scenario} from './scenario.ts'

/** Drafts, publishing and releases: https://www.sanity.io/docs/http-actions. */
export const actionScenarios: readonly Scenario[] = [
  {
    name: 'a draft is created, edited, published, unpublished and discarded',
    run: async ({client, prefix}) => {
      const publishedId = `${prefix}life`
      const draftId = `drafts.${publishedId}`
      const seen: unknown[] = []
      const look = async (): Promise<void> => {
        const documents = await client.fetch(
          '*[_id in $ids] | order(_id){_id, title}',
          {ids: [draftId, publishedId]},
          {perspective: 'raw'},
        )
        seen.push(documents)
      }
      const attributes = {_id: draftId, _type: 'talk', title: 'one'}
      await client.action({actionType: 'sanity.action.document.create', publishedId, attributes, ifExists: 'fail'})
      await look()
      await client.action({actionType: 'sanity.action.document.publish', draftId, publishedId})
      await look()
      const patch = {set: {title: 'two'}}
      await client.action({actionType: 'sanity.action.document.edit', draftId, publishedId, patch})
      await look()
      await client.action({actionType: 'sanity.action.document.discard', draftId})
      await look()
      await client.action({actionType: 'sanity.action.document.unpublish', draftId, publishedId})
      await look()
      const again = client.action({
        actionType: 'sanity.action.document.create',
        publishedId,
        attributes,
        ifExists: 'fail',
      })
      return {seen, again: await refusal(again)}
    },
    expected: {
      seen: [
        [{_id: 'drafts.~life', title: 'one'}],
        [{_id: '~life', title: 'one'}],
        [
          {_id: '~life', title: 'one'},
          {_id: 'drafts.~life', title: 'two'},
        ],
        [{_id: '~life', title: 'one'}],
        [{_id: 'drafts.~life', title: 'one'}],
      ],
      again: {status: 409, type: 'actionError', items: ['documentAlreadyExistsError']},
    },
  },
  {
    name: 'a dry run answers as if, and changes nothing',
    run: async ({client, prefix}) => {
      const publishedId = `${prefix}dry`
      const attributes = {_id: `drafts.${publishedId}`, _type: 'talk'}
      await client.action(
        {actionType: 'sanity.action.document.create', publishedId, attributes, ifExists: 'fail'},
        {dryRun: true},
      )
      return (await client.getDocument(`drafts.${publishedId}`)) ?? 'nothing'
    },
    expected: 'nothing',
  },
  {
    name: 'a release gathers versions and publishes them together',
    run: async ({client, prefix}) => {
      const publishedId = `${prefix}released`
      const releaseId = `r${prefix.replaceAll('-', '')}`
      await client.create({_id: publishedId, _type: 'talk', title: 'before'})
      await client.releases.create({releaseId, metadata: {title: 'Spring', releaseType: 'asap'}})
      await client.createVersion({
        publishedId,
        releaseId,
        document: {_id: `versions.${releaseId}.${publishedId}`, _type: 'talk', title: 'after'},
      })
      const read = (perspective: string[]) => client.fetch('*[_id == $id][0].title', {id: publishedId}, {perspective})
      const seen = {published: await read(['published']), release: await read([releaseId])}
      await client.releases.publish({releaseId})
      const release = await client.releases.get({releaseId})
      return {seen, after: await client.fetch('*[_id == $id][0].title', {id: publishedId}), state: release?.state}
    },
    expected: {seen: {published: 'before', release: 'after'}, after: 'after', state: 'published'},
  },
  {
    name: 'a scheduled release publishes itself when its time has come',
    run: async ({client, prefix}) => {
      const publishedId = `${prefix}timed`
      const releaseId = `rt${prefix.replaceAll('-', '')}`
      const publishAt = new Date(Date.now() + 1500).toISOString()
      await client.releases.create({
        releaseId,
        metadata: {title: 'Timed', releaseType: 'scheduled', intendedPublishAt: publishAt},
      })
      await client.createVersion({
        publishedId,
        releaseId,
        document: {_id: `versions.${releaseId}.${publishedId}`, _type: 'talk', title: 'timed'},
      })
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
]
