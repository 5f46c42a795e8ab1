import type {FieldCodec} from '../codec.ts'
import {dialects} from '../dialects.ts'
import {noticeLeftover} from '../leftovers.ts'
import type {Talk} from '../types.ts'

/** The event at which the talk is given: `event` and `event_url`, in the kit `event_name`. */
export const eventField: FieldCodec<Talk> = {
  fields: ['event'],
  keys: ['event', 'event_name', 'event_url'],
  read(reader) {
    const key = reader.firstKey(dialects[reader.page.dialect].eventName, 'event', 'event_name')
    const name = key === undefined ? undefined : reader.text(key)
    const url = reader.text('event_url')
    if (name === undefined && url === undefined) return {}
    if (url !== undefined) noticeLeftover(reader, 'event_url', url)
    if (key !== undefined && name !== undefined) noticeLeftover(reader, key, name)
    const event: Talk['event'] = {_type: 'talkEvent'}
    if (name !== undefined) event.name = name
    if (url !== undefined) event.url = url
    return {event}
  },
  write(document, writer, base) {
    const {name, url} = document.event ?? {}
    if (name !== base.event?.name) {
      writer.setFirst([dialects[writer.dialect].eventName, 'event', 'event_name'], name)
    }
    if (url !== base.event?.url) writer.set('event_url', url)
  },
}
