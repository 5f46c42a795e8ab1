import type {ListenEvent, ListenOptions, MutationEvent} from '@sanity/client'
import {filter, firstValueFrom, mergeMap, take, toArray} from 'rxjs'
import {refusal} from './outcome.ts'
import type {Scenario, ScenarioContext} from './scenario.ts'

/** What a listener with these options hears of one edit, from its welcome on. */
async function heardOfEdit({client, prefix}: ScenarioContext, name: string, options: ListenOptions) {
  const id = `${prefix}${name}`
  await client.create({_id: id, _type: 'note', text: 'a'})
  const events = client.listen('*[_id == $id]', {id}, {...options, events: ['welcome', 'mutation']})
  const isMutation = (event: ListenEvent<Record<string, unknown>>): event is MutationEvent => event.type === 'mutation'
  const heard = events.pipe(
    mergeMap(async (event) => {
      if (event.type === 'welcome') await client.patch(id).set({text: 'b'}).commit()
      return event
    }),
    filter(isMutation),
  )
  return firstValueFrom(heard)
}

/** Listeners and live events: https://www.sanity.io/docs/realtime-updates. */
export const streamScenarios: readonly Scenario[] = [
  {
    name: 'a listener is welcomed, and hears what appears, changes and disappears',
    run: async ({client, prefix}) => {
      const id = `${prefix}heard`
      const events = client.listen(
        '*[_id == $id]',
        {id},
        {events: ['welcome', 'mutation'], includeResult: true, visibility: 'query'},
      )
      let write: Promise<unknown> = Promise.resolve()
      const heard = await firstValueFrom(
        events.pipe(
          filter((event) => {
            if (event.type === 'welcome') {
              write = client
                .create({_id: id, _type: 'note', text: 'a'})
                .then(() => client.patch(id).set({text: 'b'}).commit())
                .then(() => client.delete(id))
            }
            return event.type === 'mutation'
          }),
          take(3),
          toArray(),
        ),
      )
      await write
      return heard.map((event) =>
        event.type === 'mutation'
          ? {id: event.documentId, transition: event.transition, text: event.result?.['text']}
          : event.type,
      )
    },
    expected: [
      {id: '~heard', transition: 'appear', text: 'a'},
      {id: '~heard', transition: 'update', text: 'b'},
      {id: '~heard', transition: 'disappear', text: undefined},
    ],
  },
  {
    name: 'an event holds what was asked for, and no more',
    run: async (context) => {
      const bare = await heardOfEdit(context, 'bare', {
        includeResult: false,
        includeMutations: false,
        tag: 'conformance',
      })
      const whole = await heardOfEdit(context, 'whole', {
        includePreviousRevision: true,
        includeAllVersions: true,
        effectFormat: 'mendoza',
        visibility: 'transaction',
      })
      return {
        bare: [bare.mutations, 'result' in bare, 'previous' in bare, 'effects' in bare],
        whole: [whole.mutations, whole.previous?.['text'], whole.result?.['text'], typeof whole.effects],
        chain: whole.previousRev === whole.previous?._rev && whole.resultRev === whole.result?._rev,
        counts: [whole.transactionCurrentEvent, whole.transactionTotalEvents],
      }
    },
    expected: {
      bare: [[], false, false, false],
      whole: [[{patch: {id: '~whole', set: {text: 'b'}}}], 'a', 'b', 'object'],
      chain: true,
      counts: [1, 1],
    },
  },
  {
    name: 'a query that cannot be listened to is said to be none',
    run: ({client}) =>
      firstValueFrom(client.listen('*[_type == ')).catch((error: unknown) =>
        error instanceof Error ? error.name : error,
      ),
    expected: 'ChannelError',
  },
  {
    name: 'strangers hear of published documents, and not of live drafts',
    run: async ({client, anonymous, prefix}) => {
      const ids = [`drafts.${prefix}stranger`, `${prefix}stranger`]
      const events = anonymous.listen('*[_id in $ids]', {ids}, {events: ['welcome', 'mutation'], includeResult: false})
      const heard = events.pipe(
        mergeMap(async (event) => {
          if (event.type === 'welcome') await client.mutate(ids.map((_id) => ({create: {_id, _type: 'note'}})))
          return event
        }),
        filter((event) => event.type === 'mutation'),
      )
      const {documentId} = await firstValueFrom(heard)
      const live = anonymous.request({url: anonymous.getDataUrl('live/events'), query: {includeDrafts: 'true'}})
      return {documentId, live: await refusal(live)}
    },
    expected: {documentId: '~stranger', live: {status: 401}},
    localOnly: 'the dataset of the hosted project may be private',
  },
  {
    name: 'live events of drafts are heard by those who may read them, and name the same tags',
    run: async ({client, prefix}) => {
      const type = `draftNote${prefix.replaceAll('-', '')}`
      const {syncTags = []} = await client.fetch(
        '*[_type == $type]',
        {type},
        {filterResponse: false, perspective: 'drafts'},
      )
      const heard = client.live.events({includeDrafts: true, tag: 'conformance'}).pipe(
        mergeMap(async (event) => {
          if (event.type === 'welcome') await client.create({_id: `drafts.${prefix}liveDraft`, _type: type})
          return event
        }),
        filter((event) => event.type === 'message'),
      )
      const {tags, id} = await firstValueFrom(heard)
      return {concerned: tags.some((tag) => syncTags.includes(tag)), id: typeof id}
    },
    expected: {concerned: true, id: 'string'},
  },
  {
    name: 'live events name the tags of the queries that a change concerns',
    run: async ({client, prefix}) => {
      const {syncTags = []} = await client.fetch('*[_type == "liveNote"]', {}, {filterResponse: false})
      let write: Promise<unknown> = Promise.resolve()
      const heard = await firstValueFrom(
        client.live.events().pipe(
          filter((event) => {
            if (event.type === 'welcome') write = client.create({_id: `${prefix}live`, _type: 'liveNote'})
            return event.type === 'message'
          }),
        ),
      )
      await write
      return heard.type === 'message' && heard.tags.some((tag) => syncTags.includes(tag))
    },
    expected: true,
  },
]
