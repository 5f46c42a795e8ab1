import {filter, firstValueFrom, take, toArray} from 'rxjs'
import type {Scenario} from './scenario.ts'

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
