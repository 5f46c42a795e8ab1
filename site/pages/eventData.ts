import {isoDateTime} from '../dates/isoDateTime.ts'
import {readTimes} from '../dates/readTimes.ts'
import {isTimeZone} from '../dates/wallClock.ts'
import type {Talk} from '../talkContent.ts'
import {markdownText} from '../text/markdown.ts'
import {description} from './description.ts'

/**
 * schema.org `Event` of a talk as the theme gives it (`partials/jsonld/event.html`): dates with the offset of the talk's zone,
 * the place only where there is a location, the first author as performer.
 */
export function eventData(
  talk: Talk,
  path: string,
  origin: string,
  image: string | undefined,
): Record<string, unknown> {
  const {start, end} = readTimes(talk)
  const zone = talk.timeZone && isTimeZone(talk.timeZone) ? talk.timeZone : 'UTC'
  const endZone = talk.endTimeZone && isTimeZone(talk.endTimeZone) ? talk.endTimeZone : zone
  const performer = talk.authors?.find(({author}) => author?.name)?.author?.name
  return dropEmpty({
    '@context': 'https://schema.org',
    '@type': 'Event',
    mainEntityOfPage: {'@type': 'WebPage', '@id': `${origin}${path}`},
    name: talk.title,
    startDate: start && isoDateTime(start, zone),
    endDate: end && isoDateTime(end, endZone),
    location: talk.location && placeData(talk.location, talk.address),
    image: image && [new URL(image, origin).href],
    performer: performer && {'@type': 'Person', name: performer},
    description: description(talk),
  })
}

function placeData(location: string, address: Talk['address']): Record<string, unknown> {
  const postal = dropEmpty({
    streetAddress: address?.street,
    addressLocality: address?.city,
    postalCode: address?.postcode,
    addressRegion: address?.region,
    addressCountry: address?.country,
  })
  return dropEmpty({
    '@type': 'Place',
    name: markdownText(location),
    address: Object.keys(postal).length > 0 && {'@type': 'PostalAddress', ...postal},
  })
}

function dropEmpty(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => Boolean(value)))
}
