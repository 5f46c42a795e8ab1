import {type FrontMatterMap, isMap, showValue} from '../../frontMatter/frontMatterValue.ts'
import type {FieldCodec} from '../codec.ts'
import {noticeLeftover} from '../leftovers.ts'
import type {Talk} from '../types.ts'

const PARTS = ['street', 'city', 'region', 'postcode', 'country'] as const

/** The postal address; the theme shows it only below a `location`. Parts of other names stay in the file. */
export const addressField: FieldCodec<Talk> = {
  fields: ['address'],
  keys: ['address'],
  read(reader) {
    const map = reader.map('address')
    if (!map) return {}
    const address: Talk['address'] = {_type: 'postalAddress'}
    for (const part of PARTS) {
      const text = reader.asText(map[part], `address.${part}`)
      if (text !== undefined) address[part] = text
    }
    if (Object.keys(address).length === 1) return {}
    if (address.street !== undefined) noticeLeftover(reader, 'address', address.street)
    if (reader.value('location') === undefined) {
      reader.notice('hiddenAddress', 'address', 'The theme shows an address only below a location, and there is none.')
    }
    return {address}
  },
  write(document, writer) {
    const current = writer.current('address')
    const map: FrontMatterMap = isMap(current) ? {...current} : {}
    for (const part of PARTS) {
      const key = Object.keys(map).find((name) => name.toLowerCase() === part) ?? part
      const text = document.address?.[part]
      if (text !== undefined && text !== '') {
        if (showValue(map[key] ?? '') !== text) map[key] = text
      } else if (key in map && map[key] !== null && map[key] !== '') map[key] = ''
    }
    writer.set('address', Object.keys(map).length > 0 ? map : undefined)
  },
}
