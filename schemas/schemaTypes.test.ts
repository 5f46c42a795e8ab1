import {Schema} from '@sanity/schema'
import {groupProblems, validateSchema} from '@sanity/schema/_internal'
import {describe, expect, test} from 'vitest'
import {createSchemaTypes} from './index.ts'
import {PAGE_SWITCHES} from './objects/pageSwitches.ts'

const compiled = {ko: compile('ko'), en: compile('en')}

function compile(language: 'ko' | 'en') {
  return Schema.compile({name: 'default', types: createSchemaTypes(language)})
}

interface Named {
  name: string
  fields?: Named[]
  type?: {fields?: Named[]; description?: string; title?: string}
}

/** Names of a type's own fields, without what Sanity adds to images and slugs. */
function fieldNames(typeName: string): string[] {
  const type: Named = compiled.en.get(typeName)
  return (type.fields ?? []).map(({name}) => name)
}

test.each(['ko', 'en'] as const)('Sanity finds no problem in the types (%s)', (language) => {
  const problems = groupProblems(validateSchema(createSchemaTypes(language)).getTypes())
  expect(problems.map(({path, problems: found}) => ({path, found}))).toEqual([])
})

describe('every field of the content model exists', () => {
  const model = {
    talk:
      'title slug subtitle summary abstract body start end allDay timeZone endTimeZone event location address authors authorNotes ' +
      'image links slides projects publishDate expiryDate featured tags categories pageSettings hugo',
    author: 'name slug role organizations bio avatar interests body email profiles owner hugo',
    project: 'title slug summary date tags authors authorNotes externalLink image links body hugo',
    slideDeck: 'title slug summary date authors authorNotes theme markdown hugo',
    lecternSync: 'paths languages language',
    talkEvent: 'name url',
    postalAddress: 'street city region postcode country',
    talkLink: 'kind url file label icon iconPack linkType',
    organization: 'name url',
    profileLink: 'url label icon iconPack',
    pageSettings: `${PAGE_SWITCHES.map(({name}) => name).join(' ')} externalLink doi aliases weight layout`,
    hugoSource: 'path dialect format language source fingerprint address unknown bom files',
    codeBlock: 'code language info indented',
    figure: 'alt caption src link title width height className id numbered syntax attributes',
    callout: 'kind title content folded syntax delimiter',
    table: 'header rows alignments',
    tableRow: 'cells',
    tableCell: 'content',
    mathBlock: 'tex delimiter',
    embed: 'provider url id title start syntax shortcode attributes',
    button: 'text url newTab style secondaryText secondaryUrl shortcode attributes',
    footnote: 'label content',
    shortcode: 'name source',
    rawMarkdown: 'markdown',
    rawHtml: 'html',
    inlineMath: 'tex delimiter',
    footnoteReference: 'label',
    inlineShortcode: 'name source',
    inlineHtml: 'html',
    inlineImage: 'src alt title',
    icon: 'name pack',
    inlineMarkdown: 'markdown',
    listStart: 'number',
  }
  test.each(Object.entries(model))('%s', (typeName, names) => {
    const ours = fieldNames(typeName).filter((name) => !['asset', 'media', 'hotspot', 'crop'].includes(name))
    expect(ours).toEqual(names.split(' '))
  })

  test('page switches are the settings of every theme generation', () => {
    expect(PAGE_SWITCHES.map(({name}) => name).sort()).toEqual(
      'commentable diagram editable highlight math pager private profile readingTime share showBreadcrumb showDate showRelated toc'.split(
        ' ',
      ),
    )
  })
})

test.each(['ko', 'en'] as const)('every field says to an editor what it is (%s)', (language) => {
  const silent = createSchemaTypes(language).flatMap((type) => {
    const fields: Array<{name: string; title?: string; description?: unknown; hidden?: unknown}> =
      'fields' in type && Array.isArray(type.fields) ? type.fields : []
    return fields
      .filter(({title, description, hidden}) => hidden !== true && (!title || !description))
      .map(({name}) => `${type.name}.${name}`)
  })
  expect(silent).toEqual([])
})

test('Korean and English differ wherever there are words', () => {
  const titles = (language: 'ko' | 'en') => createSchemaTypes(language).map(({title}) => title)
  const same = titles('ko').filter((title, index) => title === titles('en')[index])
  expect(same).toEqual(['Markdown', 'HTML'])
})

test('the shapes in which a picture is tried have Korean names', () => {
  const shapes = JSON.stringify(createSchemaTypes('ko')).match(/"hotspot":(true|\{[^\]]*\]\})/g) ?? []
  const titles = ['3:4', '정사각형', '16:9', '파노라마']
  expect(shapes.map((shape) => [...shape.matchAll(/"title":"([^"]*)"/g)].map(([, title]) => title))).toEqual(
    Array.from({length: 4}, () => titles),
  )
})
