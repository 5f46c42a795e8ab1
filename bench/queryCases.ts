import type {LakeDocument} from '../lake/document.ts'

/** The queries that a site and a Studio send most, over talks by 50 authors. */
export const queryCases: Record<string, {query: string; params: Record<string, string>}> = {
  'list upcoming, 20, with authors': {
    query: '*[_type == "talk" && start > $now] | order(start asc)[0...20]{title, start, "authors": authors[]->name}',
    params: {now: '2026-06-01T00:00:00Z'},
  },
  'list latest 20, with authors': {
    query: '*[_type == "talk"] | order(start desc)[0...20]{title, start, "authors": authors[]->name}',
    params: {},
  },
  'detail by slug': {query: '*[_type == "talk" && slug.current == $slug][0]', params: {slug: 'talk-77'}},
  'by tag, 20': {query: '*[_type == "talk" && $tag in tags][0...20]{title}', params: {tag: 'tag-7'}},
  'by author': {query: '*[_type == "talk" && references($author)]{title}', params: {author: 'author-7'}},
  'count of a type': {query: 'count(*[_type == "talk"])', params: {}},
  'title match': {query: '*[_type == "talk" && title match "보안7*"]{title}', params: {}},
  'body match': {query: '*[_type == "talk" && pt::text(body) match "needle7"]{title}', params: {}},
  'authors with their talks': {
    query: '*[_type == "author"][0...5]{name, "talks": *[_type == "talk" && references(^._id)]{title}}',
    params: {},
  },
  'past, 20, by coalesce': {
    query:
      '*[_type == "talk" && defined(slug.current) && coalesce(end, start, "") < $now] | order(coalesce(start, "") desc, _id asc)[0...20]{title, start}',
    params: {now: '2026-06-01T00:00:00Z'},
  },
  'count of past': {
    query: 'count(*[_type == "talk" && !(coalesce(end, start, "") >= $now || featured == true)])',
    params: {now: '2026-06-01T00:00:00Z'},
  },
  'order behind a projection': {
    query: '*[_type == "talk"]{_id, _type, "at": start, title} | order(at desc)[0...50]{_id, title}',
    params: {},
  },
  'no index helps': {query: '*[_type == "talk" && length(title) > 14 && featured != true]{_id}', params: {}},
}

/** `count` talks of about 4 KB, the same ones every time. */
export function benchTalks(count: number): LakeDocument[] {
  const stamp = '2026-01-01T00:00:00Z'
  const system = (_id: string, _type: string): LakeDocument => ({
    _id,
    _type,
    _rev: 'r',
    _createdAt: stamp,
    _updatedAt: stamp,
  })
  const authors = Array.from({length: 50}, (_, n) => ({...system(`author-${n}`, 'author'), name: `Author ${n}`}))
  const talks = Array.from({length: count}, (_, n) => ({
    ...system(`talk-${n}`, 'talk'),
    title: `백엔드 개발 이야기 보안${n % 100}`,
    slug: {_type: 'slug', current: `talk-${n}`},
    start: new Date(Date.UTC(2025, 0, 1) + ((n * 7919) % count) * (730 / count) * 86_400_000).toISOString(),
    authors: [{_type: 'reference', _key: 'a', _ref: `author-${n % 50}`}],
    tags: [`tag-${n % 40}`, `tag-${(n * 3) % 41}`],
    featured: n % 3 === 0,
    body: Array.from({length: 12}, (_, block) => ({
      _type: 'block',
      _key: `b${block}`,
      style: 'normal',
      markDefs: [],
      children: [
        {_type: 'span', _key: 's', marks: [], text: `${'서버와 데이터에 대한 긴 이야기. '.repeat(8)} needle${n % 200}`},
      ],
    })),
  }))
  return [...authors, ...talks].sort((a, b) => (a._id < b._id ? -1 : 1))
}
