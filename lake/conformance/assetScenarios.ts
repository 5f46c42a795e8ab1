import {Readable} from 'node:stream'
import sharp from 'sharp'
import {refusal} from './outcome.ts'
import type {Scenario} from './scenario.ts'

/** Assets: https://www.sanity.io/docs/http-assets. */
export const assetScenarios: readonly Scenario[] = [
  {
    name: 'an uploaded image is a document with its size, and the same image again is the same document',
    run: async ({client}) => {
      const image = await sharp({create: {width: 6, height: 4, channels: 3, background: '#336699'}})
        .png()
        .toBuffer()
      const first = await client.assets.upload('image', image, {filename: '그림.png', extract: ['blurhash']})
      const second = await client.assets.upload('image', image, {filename: 'other.png'})
      await client.delete(first._id)
      const {_type, originalFilename, mimeType, extension, url, path, metadata} = first
      return {
        document: {_type, originalFilename, mimeType, extension, dimensions: metadata.dimensions},
        named: [url.endsWith(path), first._id.endsWith('-6x4-png')],
        same: second._id === first._id,
      }
    },
    expected: {
      document: {
        _type: 'sanity.imageAsset',
        originalFilename: '그림.png',
        mimeType: 'image/png',
        extension: 'png',
        dimensions: {_type: 'sanity.imageDimensions', width: 6, height: 4, aspectRatio: 1.5},
      },
      named: [true, true],
      same: true,
    },
  },
  {
    name: 'an uploaded file is a document that names its type',
    run: async ({client, prefix}) => {
      const file = await client.assets.upload('file', Buffer.from(`# ${prefix}`), {
        filename: 'slides.md',
        contentType: 'text/markdown',
      })
      await client.delete(file._id)
      const {_type, originalFilename, mimeType, extension, size} = file
      return {_type, originalFilename, mimeType, extension, isSized: size === prefix.length + 2}
    },
    expected: {
      _type: 'sanity.fileAsset',
      originalFilename: 'slides.md',
      mimeType: 'text/markdown',
      extension: 'md',
      isSized: true,
    },
  },
  {
    name: 'an upload says where it is from and what it shows, and which metadata it wants',
    run: async ({client}) => {
      const image = await sharp({create: {width: 5, height: 5, channels: 3, background: '#114477'}})
        .png()
        .toBuffer()
      const uploaded = await client.assets.upload('image', image, {
        filename: 'described.png',
        contentType: 'image/png',
        label: 'label',
        title: '제목',
        description: 'what it shows',
        creditLine: 'by nobody',
        source: {id: 'source-1', name: 'conformance', url: 'https://example.org/1'},
        extract: ['palette', 'lqip'],
        tag: 'conformance',
        timeout: 60_000,
      })
      await client.delete(uploaded._id)
      const {title, description, creditLine, source, metadata} = uploaded
      return {
        described: {title, description, creditLine, source, label: uploaded['label'] as unknown},
        metadata: [typeof metadata.palette, typeof metadata.lqip, typeof metadata.blurHash],
      }
    },
    expected: {
      described: {
        title: '제목',
        description: 'what it shows',
        creditLine: 'by nobody',
        label: 'label',
        source: {
          _type: 'sanity.assetSourceData',
          id: 'source-1',
          name: 'conformance',
          url: '<host>/1',
        },
      },
      metadata: ['object', 'string', 'undefined'],
    },
  },
  {
    name: 'an upload without metadata has its dimensions alone',
    run: async ({client}) => {
      const image = await sharp({create: {width: 7, height: 3, channels: 3, background: '#771144'}})
        .webp()
        .toBuffer()
      const uploaded = await client.assets.upload('image', image, {extract: []})
      await client.delete(uploaded._id)
      const {dimensions, lqip, palette} = uploaded.metadata
      return {size: [dimensions.width, dimensions.height], lqip: typeof lqip, palette: typeof palette}
    },
    expected: {size: [7, 3], lqip: 'undefined', palette: 'undefined'},
  },
  {
    name: 'uploads come as streams and blobs too',
    run: async ({client, prefix}) => {
      const content = `stream of ${prefix}`
      const asStream = await client.assets.upload('file', Readable.from([Buffer.from(content)]), {filename: 'a.txt'})
      const asBlob = await client.assets.upload('file', new Blob([content]), {filename: 'b.txt'})
      await client.delete(asStream._id)
      return {same: asStream._id === asBlob._id, size: asStream.size === content.length}
    },
    expected: {same: true, size: true},
  },
  {
    name: 'what is no image is refused as one, and an asset in use is not deleted',
    run: async ({client, prefix}) => {
      const notAnImage = await refusal(client.assets.upload('image', Buffer.from('no image'), {filename: 'a.png'}))
      const file = await client.assets.upload('file', Buffer.from(`used ${prefix}`), {filename: 'used.txt'})
      const asset = {_type: 'reference', _ref: file._id}
      await client.create({_id: `${prefix}uses`, _type: 'note', file: {_type: 'file', asset}})
      const inUse = await refusal(client.delete(file._id))
      await client.delete(`${prefix}uses`)
      await client.delete(file._id)
      return {notAnImage, inUse, gone: (await client.getDocument(file._id)) === undefined}
    },
    expected: {
      notAnImage: {status: 400},
      inUse: {status: 409, type: 'mutationError', items: ['documentHasExistingReferencesError']},
      gone: true,
    },
  },
]
