import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useServedSite} from './support/useServedSite.ts'

const TEXT = `+++
title = "T"
time_start = 2030-06-01T13:00:00

[header]
image = "wide.png"
caption = "C"
+++
`

const {client, site, read} = useServedSite((folder) => {
  put(folder, 'config.toml', 'theme = "academic"\n')
  put(folder, 'content/talk/one.md', TEXT)
  put(folder, 'content/talk/two.md', TEXT)
})

function put(folder: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), content)
}

const picture = (background: string) =>
  sharp({create: {width: 4, height: 3, channels: 3, background}})
    .png()
    .toBuffer()

/** An export, and what a second one and an import would change then. */
async function exportAll(): Promise<unknown[]> {
  const options = {client: client(), folder: site()}
  await exportSite(options)
  return [(await exportSite(options)).steps, (await importSite({...options, all: true, dryRun: true})).steps]
}

test('a picture of Academic 2 is replaced and removed, each so that the page is read as it was edited', async () => {
  put(site(), 'static/img/wide.png', await picture('red'))
  await importSite({client: client(), folder: site()})
  const {_id} = await client().assets.upload('image', await picture('blue'), {filename: 'new.png'})
  const asset = {_type: 'reference', _ref: _id}
  await client().patch({query: '*[slug.current == "one"]'}).set({'image.asset': asset}).commit()
  await client().patch({query: '*[slug.current == "two"]'}).unset(['image.asset']).commit()
  expect(await exportAll()).toEqual([[], []])
  expect([read('content/talk/one/index.md'), read('content/talk/two.md')]).toEqual([
    TEXT.replace('"C"\n', '"C"\n\n[image]\ncaption = "C"\n'),
    TEXT.replace('"wide.png"', '""'),
  ])
})

test('a new page on a site of Academic 2 says of its picture what is read beside one of its folder', async () => {
  await importSite({client: client(), folder: site()})
  const {_id} = await client().assets.upload('image', await picture('blue'), {filename: 'new.png'})
  const image = {_type: 'image', alt: 'A', asset: {_type: 'reference', _ref: _id}}
  await client().create({_type: 'talk', _id: 'new', title: 'N', slug: {_type: 'slug', current: 'n'}, image})
  expect(await exportAll()).toEqual([[], []])
  expect(read('content/talk/n/index.md')).toBe('+++\ntitle = "N"\n\n[image]\nalt_text = "A"\n+++\n')
})
