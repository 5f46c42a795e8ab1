import sharp from 'sharp'
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
]
