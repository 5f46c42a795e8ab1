import type {Say} from '../text/say.ts'

/** Options of a picture with a hotspot: how it looks in Sanity's own four shapes, whose names Sanity has in English only. */
export function hotspotOptions(say: Say) {
  return {
    hotspot: {
      previews: [
        {title: '3:4', aspectRatio: 3 / 4},
        {title: say({ko: '정사각형', en: 'Square'}), aspectRatio: 1},
        {title: '16:9', aspectRatio: 16 / 9},
        {title: say({ko: '파노라마', en: 'Panorama'}), aspectRatio: 4},
      ],
    },
  }
}
