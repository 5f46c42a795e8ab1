import {authorsOf, PROJECTS, talkFacts, type TalkFacts} from './benchData.ts'

/** A document as a client sends it. */
export type BenchDocument = {_id: string; _type: string} & Record<string, unknown>

/** Authors, projects, then talks of about 4.6 KB of UTF-8 JSON: in an order in which every reference is known when it comes. */
export function* talkDocuments(talks: number): Generator<BenchDocument> {
  for (let index = 0; index < authorsOf(talks); index++) yield authorDocument(index)
  for (let index = 0; index < PROJECTS; index++) yield projectDocument(index)
  for (let index = 0; index < talks; index++) yield talkDocument(talkFacts(index, talks))
}

function authorDocument(index: number): BenchDocument {
  return {
    _id: `author-${index}`,
    _type: 'author',
    name: `김서버 Author ${index}`,
    slug: {_type: 'slug', current: `author-${index}`},
    role: 'Backend engineer',
    bio: '서버를 최적화하고 스케일링하는 사람. Keeps services up and data safe.',
    email: `author-${index}@example.org`,
  }
}

function projectDocument(index: number): BenchDocument {
  return {
    _id: `project-${index}`,
    _type: 'project',
    title: `Project ${index}`,
    slug: {_type: 'slug', current: `project-${index}`},
    summary: 'An example project.',
  }
}

function talkDocument(facts: TalkFacts): BenchDocument {
  return {
    _id: `talk-${facts.index}`,
    _type: 'talk',
    title: facts.title,
    slug: {_type: 'slug', current: facts.slug},
    event: {_type: 'talkEvent', name: 'Hugo Blox Builder Conference', url: 'https://example.org'},
    location: facts.place,
    start: facts.start,
    end: facts.end,
    timeZone: 'Asia/Seoul',
    allDay: false,
    publishDate: facts.start,
    featured: facts.index % 10 === 0,
    authors: facts.authors.map((author, position) => reference(`author-${author}`, facts, position)),
    tags: facts.tags,
    projects: [reference(`project-${facts.project}`, facts, 9)],
    links: [
      {_type: 'talkLink', _key: key(facts, 20), kind: 'code', url: `https://github.com/example/${facts.index}`},
      {_type: 'talkLink', _key: key(facts, 21), kind: 'slides', url: `https://slideshare.net/${facts.index}`},
    ],
    summary: facts.sentence(14),
    body: bodyOf(facts),
  }
}

function bodyOf(facts: TalkFacts): unknown[] {
  const paragraphs = Array.from({length: 7}, (_, index) => [
    ...(index % 2 === 0 ? [block(facts, 100 + index * 10, 'h2', [facts.sentence(3)])] : []),
    block(facts, 105 + index * 10, 'normal', [facts.sentence(3), facts.sentence(16 + Math.floor(facts.random() * 10))]),
  ]).flat()
  const code = {_type: 'codeBlock', _key: key(facts, 200), code: `await serve(${facts.index})\n`, language: 'ts'}
  return [...paragraphs, code]
}

function block(facts: TalkFacts, position: number, style: string, texts: string[]): unknown {
  const children = texts.map((text, index) => ({
    _type: 'span',
    _key: key(facts, position * 10 + index),
    text: index === 0 ? text : ` ${text}`,
    marks: index === 0 && texts.length > 1 ? ['strong'] : [],
  }))
  return {_type: 'block', _key: key(facts, position), style, markDefs: [], children}
}

const reference = (target: string, facts: TalkFacts, position: number): unknown => ({
  _type: 'reference',
  _key: key(facts, position),
  _ref: target,
})

/** Twelve hex characters, as the importer makes them. */
const key = ({index}: TalkFacts, position: number): string => (index * 4096 + position).toString(16).padStart(12, 'a0')
