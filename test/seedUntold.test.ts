import sharp from 'sharp'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite} from './support/exampleSite.ts'
import {useServedSite} from './support/useServedSite.ts'

const {client, site} = useServedSite(copyExampleSite)

test('a page with a picture and a file that the lake was not told of is the page of its document for an import, which stays as it is', async () => {
  const red = sharp({create: {width: 4, height: 3, channels: 3, background: 'red'}})
  await importSite({client: client(), folder: site()})
  const image = await client().assets.upload('image', await red.jpeg().toBuffer(), {filename: 'IMG 1.jpg'})
  const notes = await client().assets.upload('file', Buffer.from('%PDF-1.4 notes'), {filename: 'notes.pdf'})
  const reference = ({_id}: {_id: string}) => ({_type: 'reference', _ref: _id})
  const hotspot = {_type: 'sanity.imageHotspot', x: 0.83, y: 0.47, width: 0.2, height: 0.2}
  const made = {
    _id: 'made',
    _type: 'talk',
    title: '그림',
    slug: {_type: 'slug', current: '그림'},
    image: {_type: 'image', asset: reference(image), hotspot, alt: '빨강'},
    links: [{_type: 'talkLink', _key: 'k', kind: 'pdf', file: {_type: 'file', asset: reference(notes)}}],
  }
  await client().create(made)
  await exportSite({client: client(), folder: site()})
  const told = await client().fetch('*[_id == "made"][0].hugo')
  await client().createOrReplace(made)
  const {created, updated, conflicts} = await importSite({client: client(), folder: site()})
  const {hugo, ...after} = await client().fetch('*[_id == "made"][0]{_id, _type, title, slug, image, links, hugo}')
  expect([created, updated, conflicts, after]).toEqual([0, 1, [], made])
  expect(hugo).toEqual(told)
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
})
