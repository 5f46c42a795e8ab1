import {readdirSync} from 'node:fs'
import sharp from 'sharp'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite} from './support/exampleSite.ts'
import {useServedSite} from './support/useServedSite.ts'

const PATH = 'content/event/pictures/index.md'
const TEXT = `---
title: 그림
date: 2024-05-01T10:00:00Z
---
![하나](/img/one.png)

글 안의 ![둘](folder/two.png) 그림

{{< figure src="/img/one.png" caption="셋" >}}

![없음](/img/none.png) ![밖](../../secret.png)
`

const {client, site, read, put, idOf} = useServedSite(copyExampleSite)

beforeEach(async () => {
  put('static/img/one.png', await picture('red'))
  put('assets/media/folder/two.png', await picture('blue'))
  put('secret.png', await picture('green'))
  put(PATH, TEXT)
})

const picture = (background: string) =>
  sharp({create: {width: 4, height: 3, channels: 3, background}})
    .png()
    .toBuffer()

const files = () => readdirSync(site(), {recursive: true, encoding: 'utf8'}).sort()
const id = () => idOf(PATH)

test('pictures of the media and the static folder are uploaded, and stay where they are', async () => {
  const before = files()
  const {assetsUploaded} = await importSite({client: client(), folder: site()})
  const names = await client().fetch(
    '*[_id == $id][0]{"all": [...body[_type == "figure"], ...body[_type == "block"].children[_type == "inlineImage"]]{src, "file": asset->originalFilename}}.all',
    {id: await id()},
  )
  expect([assetsUploaded, names]).toEqual([
    2,
    [
      {src: '/img/one.png', file: 'one.png'},
      {src: '/img/one.png', file: 'one.png'},
      {src: 'folder/two.png', file: 'two.png'},
      {src: '/img/none.png', file: null},
      {src: '../../secret.png', file: null},
    ],
  ])
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
  await client()
    .patch(await id())
    .set({'body[0].alt': '첫째'})
    .commit()
  await exportSite({client: client(), folder: site()})
  expect([read(PATH), files()]).toEqual([TEXT.replace('![하나]', '![첫째]'), before])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
})

test('a picture put in the place of one of the site becomes a file of the talk', async () => {
  await importSite({client: client(), folder: site()})
  const asset = await client().assets.upload('image', await picture('black'), {filename: 'new.png'})
  await client()
    .patch(await id())
    .set({'body[0].asset': {_type: 'reference', _ref: asset._id}})
    .commit()
  const before = files()
  await exportSite({client: client(), folder: site()})
  expect([read(PATH), files().filter((path) => !before.includes(path))]).toEqual([
    TEXT.replace('![하나](/img/one.png)', '![하나](new.png)'),
    ['content/event/pictures/new.png'],
  ])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
})
